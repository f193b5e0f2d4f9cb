"""Quarantine: letters that could not be read, and why."""
