"""How the new cases of each team find an owner."""
