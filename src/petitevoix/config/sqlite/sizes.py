"""What SQLite knows of its tables: without it, it takes an index by the rule of thumb, and sorts what lies in order.

PostgreSQL's own housekeeping does the same by itself.
"""

from django.db import connection

LOOKED_AT = 1000  # rows of an index: enough to tell a narrow one from a wide one, and a matter of milliseconds


def learn() -> None:
    """Have SQLite look at the sizes of its indexes; every connection goes by them from then on."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA analysis_limit = {LOOKED_AT}")
            cursor.execute("ANALYZE")
