"""Sending somebody the link to their page again."""
