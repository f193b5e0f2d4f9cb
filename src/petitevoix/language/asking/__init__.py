"""Asking: where a text asks for something, and where it only sounds like it."""
