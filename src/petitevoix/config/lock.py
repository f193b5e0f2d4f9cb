"""One house, one process tree: the lock in the data folder."""

import fcntl
import os
import time
from pathlib import Path

LEAVING_SECONDS = 15  # how long children of a supervisor that was killed may still be putting things away


class Taken(Exception):
    """Another process tree lives in this folder; the message is a sentence."""


def take(folder: Path, name: str = "serve.lock") -> int:
    """Take the lock of a data folder and give its file descriptor, which holds it for as long as it is open.

    Children inherit it, so that the folder is free only when the last of them is gone. Raises Taken.
    """
    handle = os.open(folder / name, os.O_RDWR | os.O_CREAT, 0o600)
    os.set_inheritable(handle, False)
    until = time.monotonic() + LEAVING_SECONDS
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            break
        except OSError:
            holder = os.pread(handle, 20, 0).decode("ascii", "replace").strip()
            if _lives(holder) or time.monotonic() > until:
                os.close(handle)
                raise Taken(
                    f"another `petitevoix serve` (process {holder or 'unknown'}) already works in {folder}; "
                    "stop it first, or give this one another PETITEVOIX_DATA."
                ) from None
            time.sleep(0.1)
    os.ftruncate(handle, 0)
    os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
    return handle


def _lives(pid: str) -> bool:
    if not pid.isdecimal():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
