"""The demo: a town that lives, so that the first screen is alive."""
