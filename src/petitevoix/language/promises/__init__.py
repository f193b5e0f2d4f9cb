"""Promises: which words of a text commit its writer, and until when."""
