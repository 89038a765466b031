"""Who reported from where, and which of several documents is the report that counts."""
