"""Tags: the list of them, their colours, and what they stand for."""
