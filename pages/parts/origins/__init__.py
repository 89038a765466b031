"""From a number back to the document: its cells, the original, the place in it."""
