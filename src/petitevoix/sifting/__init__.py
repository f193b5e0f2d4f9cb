"""Sifting: what resembles the letters that people here called spam, learnt from what they say and slowly forgotten."""
