"""A person’s cases: one page for each, and one for all."""
