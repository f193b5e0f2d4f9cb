"""Finding a person by name or address."""
