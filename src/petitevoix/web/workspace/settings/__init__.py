"""Settings: the quieter pages, where the house itself is looked after."""
