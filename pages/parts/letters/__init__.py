"""Letters to agencies: what was found in their reports, where, what is asked for; as Word and as a page to print."""
