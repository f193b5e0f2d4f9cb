"""People: persons and their addresses, advisors and their teams."""
