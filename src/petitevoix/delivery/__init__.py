"""Delivery: the outbox, through which everything leaves."""
