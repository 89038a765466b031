"""Rules by example and by property: what is printed, and what is judged of it."""
