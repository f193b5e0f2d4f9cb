"""Errors of ours: declared, repaired for everybody they touched, and kept in a register."""
