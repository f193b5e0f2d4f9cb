"""Django's PostgreSQL, whose lines are looked at before they are used."""
