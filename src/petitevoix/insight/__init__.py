"""Insight: what the work teaches: the measures, from the journal alone."""
