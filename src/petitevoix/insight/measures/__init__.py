"""Measures: one formula per file, each over plain records, each with what keeps it honest beside it."""
