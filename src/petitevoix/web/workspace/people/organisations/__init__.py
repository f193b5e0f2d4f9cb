"""Organisations: what several persons belong to."""
