"""Reports whose cells were read by eye, and what the reader must say of them."""
