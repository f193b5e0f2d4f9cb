"""Twins: persons who may be one, looked at side by side, brought together or told apart."""
