"""The page of a case: one thread, the person beside it, and where the answer is written."""
