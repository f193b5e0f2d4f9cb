"""Care: how the load lies on those who answer, and who could lend a hand to whom."""
