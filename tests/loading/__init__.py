"""Loading from end to end: files in, one published build out, whatever happens on the way."""
