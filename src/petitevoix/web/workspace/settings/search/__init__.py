"""How far the search has read, and reading it all anew."""
