"""Asking: one page, without an account."""
