"""Acts: what a macro may do in a case, each by the action that an advisor does it with."""
