"""Cases: one matter of one person, through all its channels."""
