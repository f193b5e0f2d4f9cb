"""Jobs: work done later, enqueued in the transaction that wants it."""
