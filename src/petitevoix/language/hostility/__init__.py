"""Hostility: what words turn on the person who reads them, in tables that can be read."""
