"""My account: how I am called, which language I work in."""
