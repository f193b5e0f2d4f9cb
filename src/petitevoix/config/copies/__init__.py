"""Copies of a whole house, in one archive: taken while it is open, brought back into an empty folder."""
