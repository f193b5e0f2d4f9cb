"""The `petitevoix` command."""
