"""Taking a copy while the house is open.

The order is what makes it consistent. The witness of the log first: it may know less than the database, never more.
Then the database as it is at one instant. Then letters and files: they are only ever added, and are there before the
database speaks of them, so that whatever the copy of the database names is in the archive.
"""

import io
import json
import os
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from django.conf import settings

from petitevoix.config.copies.archive import (
    FORMAT,
    KEYS,
    MANIFEST,
    POSTGRES,
    SQLITE,
    STORED,
    STORES,
    WITNESS,
    NoCopy,
    run_postgres,
)
from petitevoix.kit import clock
from petitevoix.kit.files import sync_folder


@dataclass(frozen=True)
class Taken:
    files: int
    size: int  # bytes of the archive
    elsewhere: list[str]  # what the house needs that is not in its folder


def take(target: Path) -> Taken:
    """Write one archive of the whole house; it is there whole or not at all. Raises NoCopy and OSError."""
    if target.exists():
        raise NoCopy(f"{target} exists already; name a new file.")
    if not target.parent.is_dir():
        raise NoCopy(f"{target.parent} is no folder; make it first.")
    with tempfile.TemporaryDirectory(prefix=".petitevoix-copy-", dir=target.parent) as aside:
        made = Path(aside) / "archive"
        with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            with tarfile.open(fileobj=file, mode="w|gz" if target.suffix in {".gz", ".tgz"} else "w|") as archive:
                files = _fill(archive, Path(aside))
            file.flush()
            os.fsync(file.fileno())
        os.replace(made, target)
        sync_folder(target.parent)
    return Taken(files, target.stat().st_size, _elsewhere())


def _fill(archive: tarfile.TarFile, aside: Path) -> int:
    witness = settings.DATA / WITNESS
    if witness.exists():
        _add(archive, WITNESS, witness.read_bytes())
    name, database = _database(aside)
    manifest = {
        "format": FORMAT,
        "program": version("petitevoix"),
        "taken_at": clock.now().isoformat(),
        "database": name,
    }
    _add(archive, MANIFEST, json.dumps(manifest).encode())
    _add_file(archive, name, database)
    database.unlink()
    count = 0
    for key in sorted((settings.DATA / KEYS).glob("[!.]*")):
        _add_file(archive, f"{KEYS}/{key.name}", key)
    for name, path in _stored():
        _add_file(archive, name, path)
        count += 1
    return count


def _database(aside: Path) -> tuple[str, Path]:
    """Copy the database as it is at one instant."""
    ours = settings.DATABASES["default"]
    if not ours["ENGINE"].endswith("sqlite"):
        run_postgres(
            "pg_dump", ours, "--format=custom", "--no-owner", "--no-privileges", "--file", str(aside / POSTGRES)
        )
        return POSTGRES, aside / POSTGRES
    if not Path(ours["NAME"]).exists():
        raise NoCopy(f"there is no database in {settings.DATA} yet; check PETITEVOIX_DATA.")
    # One step under one read lock: writers go on beside it, and what they write is not in the copy.
    with closing(sqlite3.connect(ours["NAME"], timeout=60)) as source, closing(sqlite3.connect(aside / SQLITE)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
    return SQLITE, aside / SQLITE


def _stored() -> Iterator[tuple[str, Path]]:
    for store in STORES:
        for path in sorted((settings.DATA / store).glob("*/*")):
            if STORED.fullmatch(name := f"{store}/{path.parent.name}/{path.name}"):
                yield name, path


def _add_file(archive: tarfile.TarFile, name: str, path: Path) -> None:
    with path.open("rb") as file:
        entry = _entry(name, os.fstat(file.fileno()).st_size)
        archive.addfile(entry, file)


def _add(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    archive.addfile(_entry(name, len(content)), io.BytesIO(content))


def _entry(name: str, size: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode, entry.mtime = size, 0o600, int(clock.now().timestamp())
    return entry


def _elsewhere() -> list[str]:
    """Name what the operator keeps apart, and must keep a copy of by themselves."""
    apart = [name for name in ("SECRET_KEY", "SECRET_KEY_FILE") if os.environ.get(f"PETITEVOIX_{name}")]
    if settings.LOG_KEY_FILE.parent != settings.DATA / KEYS:
        apart.append("LOG_KEY_FILE")
    return [f"PETITEVOIX_{name}" for name in apart]
