"""Reading: raw bytes of a letter in, one plain Letter out; no Django, no database, no network."""
