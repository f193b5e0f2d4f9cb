"""The workspace: the pages of those who answer."""
