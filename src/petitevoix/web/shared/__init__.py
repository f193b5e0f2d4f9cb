"""What the pages of both audiences share: layouts, look, language."""
