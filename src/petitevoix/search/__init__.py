"""Search: everything a person wrote or we wrote, found again by its words."""
