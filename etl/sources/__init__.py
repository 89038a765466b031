"""Which documents there are, what the person said about them, and the originals kept once by fingerprint."""
