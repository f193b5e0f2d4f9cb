"""Vault: who looked at what and why, in a log that cannot be silently edited."""
