"""The pretend mail exchange of the demo: a visitor writes and reads as a person."""
