"""One person: how they are called, where we reach them, all their cases."""
