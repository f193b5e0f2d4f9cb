"""As persons read me: my signature, one line about me, what I am good at."""
