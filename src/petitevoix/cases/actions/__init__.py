"""What people do with cases; each act is one transaction."""
