"""Macros, as they are written."""
