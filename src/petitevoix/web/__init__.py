"""Web: the pages, which only speak HTTP."""
