"""When each team works, and when a case comes back from a silent owner."""
