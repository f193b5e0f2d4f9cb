"""Procedures that checklists are made from, and what did not fit in them."""
