"""Petite Voix: customer service where both ends of the line are people."""
