"""Answering: what a question waits for, and what in a reply could be it."""
