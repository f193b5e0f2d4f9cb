"""The API: the same acts as the pages, for programs."""
