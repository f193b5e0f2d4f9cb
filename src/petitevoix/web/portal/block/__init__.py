"""What a person reads of a block, and where they appeal against it."""
