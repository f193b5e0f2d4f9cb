"""The texts of files: read in a process of their own, with little time and little room."""
