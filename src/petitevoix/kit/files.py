"""A store of files named by their content: written once, never changed, safe on disk before the call returns."""

import hashlib
import os
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

AT_ONCE = 8


class Store:
    """Keep files under a folder by the SHA-256 of what they hold."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, content: bytes) -> str:
        """Store bytes durably (file and folder are synced) and give their SHA-256; storing twice is storing once.

        Raises OSError where the disk refuses, with nothing left behind.
        """
        digest = hashlib.sha256(content).hexdigest()
        path = self.path(digest)
        if path.exists():
            return digest
        if not path.parent.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            sync_folder(self.folder)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        sync_folder(path.parent)
        return digest

    def put_all(self, contents: Sequence[bytes]) -> list[str]:
        """Store several, each as `put` does: waiting for the disk together, they wait hardly longer than one."""
        if len(contents) < 2:
            return [self.put(content) for content in contents]
        with ThreadPoolExecutor(min(len(contents), AT_ONCE)) as hands:
            return list(hands.map(self.put, contents))

    def get(self, digest: str) -> bytes:
        """Read stored bytes back. Raises FileNotFoundError."""
        return self.path(digest).read_bytes()

    def path(self, digest: str) -> Path:
        """Say where bytes with this SHA-256 lie. Raises ValueError for anything but a digest."""
        if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
            raise ValueError("A stored file is named by a SHA-256 in lower-case hexadecimal.")
        return self.folder / digest[:2] / digest


def sync_folder(folder: Path) -> None:
    """Make a new name in a folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
