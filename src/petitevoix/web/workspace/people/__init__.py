"""People: a page for each person, with everything they ever asked."""
