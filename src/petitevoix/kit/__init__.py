"""Kit: the clock, identifiers, text and files that every room may use."""
