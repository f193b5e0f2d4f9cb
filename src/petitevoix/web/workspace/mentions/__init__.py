"""Mentions: where colleagues called me by `@`, what I have not read first."""
