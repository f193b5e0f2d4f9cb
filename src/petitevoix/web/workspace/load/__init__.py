"""How the load lies on the teams, and who could lend a hand to whom."""
