"""The outbox: what leaves, what could not, and what the other side said."""
