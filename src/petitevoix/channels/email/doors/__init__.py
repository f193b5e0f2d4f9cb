"""Doors: the three ways in for a letter; each ends in `intake`."""
