"""What a page says when something went wrong, and how to go on."""
