"""The pace: how many open cases at once, between an advisor and a lead."""
