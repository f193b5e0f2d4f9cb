"""Guards: each file looks for one thing; copy a neighbour to add one, delete it and it is gone."""
