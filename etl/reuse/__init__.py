"""What section five of a report repeats: from the agency's own report before, from other agencies, within itself.

Texts are masked (`masking`), cut into shingles, and compared: with the report before, and with those of other agencies
that MinHash finds and exact sets of shingles confirm. What was compared once is kept beside the readings.
"""
