"""What I am told: what I have letters about, and that I can answer them."""
