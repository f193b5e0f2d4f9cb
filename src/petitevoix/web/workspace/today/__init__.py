"""Today: what waits on us, the longest waiting first, whatever the channel."""
