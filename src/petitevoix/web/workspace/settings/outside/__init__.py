"""Outside systems: shown beside a person or a case."""
