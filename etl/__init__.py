"""The writing side: reports in, warehouse out."""
