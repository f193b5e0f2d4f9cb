"""The components: each part that our pages are made of, in each of its states, by light and by night."""
