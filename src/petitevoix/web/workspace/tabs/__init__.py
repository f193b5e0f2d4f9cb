"""Tabs: the cases an advisor has open, on whatever machine they sit."""
