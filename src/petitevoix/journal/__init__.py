"""Journal: what happened, and who reacts."""
