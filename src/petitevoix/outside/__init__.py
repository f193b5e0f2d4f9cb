"""Outside: other systems of the house, shown beside a person or a case; they learn only what they are asked about."""
