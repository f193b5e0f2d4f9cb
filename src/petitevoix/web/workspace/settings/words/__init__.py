"""Internal words: what persons need not know, and what to say instead."""
