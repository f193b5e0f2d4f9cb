"""What other systems know of a person or a case, shown after the page."""
