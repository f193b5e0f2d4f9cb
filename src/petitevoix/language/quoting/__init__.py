"""Quoting: how mail programs write what is not new in a letter."""
