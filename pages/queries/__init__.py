"""A question in, a Polars frame out: all SQL of the reading side lives in this room."""
