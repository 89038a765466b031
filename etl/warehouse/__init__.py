"""The warehouse: tables made from the vocabulary, filled in bulk, published as one file, opened read-only."""
