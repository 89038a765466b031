"""Measurements, not tests: `python -m tests.benchmark` prints how fast and how large, as ratios of one run."""
