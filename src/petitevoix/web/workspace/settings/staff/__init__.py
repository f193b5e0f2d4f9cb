"""Teams and advisors: who answers, and together with whom."""
