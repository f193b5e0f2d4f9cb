"""Mailboxes: the addresses we read and write from."""
