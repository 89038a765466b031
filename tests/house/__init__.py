"""The house rules: fences, sizes, prose, documents that tell the truth, nothing committed that does not belong."""
