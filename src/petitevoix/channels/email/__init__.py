"""E-mail: letters in through three doors, letters out through one."""
