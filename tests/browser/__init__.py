"""The dashboard in a real browser, on a server of its own, over reports that were really loaded."""
