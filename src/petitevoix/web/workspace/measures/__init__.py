"""The measures: what the work teaches, of the whole house and never of one of us."""
