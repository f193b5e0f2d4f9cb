"""Ready answers, as they are kept."""
