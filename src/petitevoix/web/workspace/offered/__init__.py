"""What is held out to one: taken or left, never imposed."""
