"""What people corrected, as data: listed in `corrections/`, guarded by the value expected; documents stay as they are.

The doors are `etl.correcting.listed` (what the files say) and `etl.correcting.guarded` (what of it applies).
"""
