"""What each page says of its own, each text once, in Chinese and English: one module for each page."""
