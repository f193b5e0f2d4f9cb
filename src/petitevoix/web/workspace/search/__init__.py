"""Searching: one field, and what was found read like any other list."""
