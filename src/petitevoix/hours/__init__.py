"""Hours: working time, holidays and honest dates."""
