"""Config: settings, doors and the command line; what holds the rooms together."""
