"""The block of a person: proposed, decided, appealed against; and what they wrote meanwhile."""
