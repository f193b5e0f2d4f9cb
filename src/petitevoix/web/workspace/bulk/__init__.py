"""Bulk acts: one act on the cases chosen in a list, with its progress and its undo."""
