"""Indicators from cells and texts: one row per report, then each beside its peers and the year before.

The doors are `etl.measuring.measure.measure` (a shard) and `etl.measuring.compare.compare` (all reports);
`etl.measuring.problems` looks at section five.
Which columns there are, and what they mean, is declared in `etl.vocabulary.indicators`.
"""
