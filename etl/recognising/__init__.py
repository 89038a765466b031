"""Document → Report: what the blocks of a document mean, and where each fact stands."""
