"""The portal: the pages of those who ask."""
