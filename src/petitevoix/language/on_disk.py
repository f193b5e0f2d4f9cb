"""Tables too large to hold: what is asked of them is read when it is."""

import os
from tempfile import TemporaryFile
from typing import Any


class OnDisk:
    """A table of numbers, of which a row is read from disk when it is asked for."""

    def __init__(self, table: Any) -> None:
        self.columns, self.kind = table.shape[1], table.dtype
        with TemporaryFile() as file:
            table.tofile(file)
            file.flush()
            self.where = os.dup(file.fileno())  # open as long as the model is

    def __getitem__(self, rows: Any) -> Any:
        from numpy import frombuffer

        width = self.columns * self.kind.itemsize
        read = b"".join(os.pread(self.where, width, row * width) for row in rows.tolist())
        return frombuffer(read, self.kind).reshape(-1, self.columns)
