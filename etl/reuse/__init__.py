"""Section five: what its sentences say, what they are about, and what of them was said before."""
