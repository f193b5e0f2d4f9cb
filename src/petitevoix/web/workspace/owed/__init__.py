"""What is owed: the questions nobody has answered, and the promises that go on."""
