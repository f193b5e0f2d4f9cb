"""Views: questions about cases that somebody keeps, shown before they are saved."""
