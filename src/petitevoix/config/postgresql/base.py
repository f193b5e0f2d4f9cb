"""Django's PostgreSQL, whose lines are looked at before they are used.

A line that is kept open may have been closed at the other end, where the server was started anew. Django asks it for
`SELECT 1` before each request; but a server that hangs up says so, and that can be seen without asking.
"""

import select

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    def is_usable(self) -> bool:
        """Tell whether the line still stands: nothing has come in on it that nobody asked for."""
        if self.connection is None or self.connection.closed:
            return False
        line = select.poll()
        line.register(self.connection.fileno(), select.POLLIN)
        return super().is_usable() if line.poll(0) else True
