"""Bringing a copy back, into a folder and a database that are empty. All of it is there afterwards, or nothing.

Nothing of Django is imported: its settings would put a fresh key into the folder.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import tarfile
from contextlib import closing
from pathlib import Path
from typing import IO, Any

from petitevoix.config.copies.archive import (
    FORMAT,
    MANIFEST,
    POSTGRES,
    SQLITE,
    STORED,
    STORES,
    NoCopy,
    may_lie_here,
    run_postgres,
)
from petitevoix.config.env import OF_A_LINE


def bring_back(source: Path, folder: Path, database: dict[str, Any]) -> int:
    """Unpack an archive into an empty data folder, and its database into an empty one; give the number of files.

    Raises NoCopy and OSError, and has then left the folder as it was.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NoCopy(
            f"{folder} is not empty, and nothing is ever written over; name an empty one with PETITEVOIX_DATA."
        )
    is_sqlite = database["ENGINE"].endswith("sqlite")
    if is_sqlite and Path(database["NAME"]).exists():
        raise NoCopy(f"{database['NAME']} exists already; PETITEVOIX_DATABASE_URL must name a new database.")
    if not is_sqlite:
        _must_be_empty(database)
    was_there = folder.exists()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        count = _unpack(source, folder)
        _settle(folder, database, is_sqlite)
    except BaseException as problem:
        _leave_as_it_was(folder, was_there)
        if isinstance(problem, tarfile.TarError | EOFError):
            raise NoCopy(f"{source} is no archive of ours, or it is cut short; nothing was brought back.") from problem
        raise
    return count


def _unpack(source: Path, folder: Path) -> int:
    count = 0
    with tarfile.open(source, "r|*") as archive:
        for entry in archive:
            content = archive.extractfile(entry) if entry.isreg() else None
            if content is None or not may_lie_here(entry.name):
                raise NoCopy(
                    f"{source} holds “{entry.name[:80]}”, which no copy of ours does; nothing was brought back."
                )
            digest = _write(content, folder / entry.name)
            if stored := STORED.fullmatch(entry.name):
                count += 1
                if digest != stored[2]:
                    raise NoCopy(f"{entry.name} is not what was stored under that name; nothing was brought back.")
    return count


def _write(content: IO[bytes], path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    digest = hashlib.sha256()
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        while piece := content.read(1 << 20):
            digest.update(piece)
            file.write(piece)
    return digest.hexdigest()


def _settle(folder: Path, database: dict[str, Any], is_sqlite: bool) -> None:
    try:
        manifest = json.loads((folder / MANIFEST).read_text("utf-8"))
        kept, form = manifest["database"], manifest["format"]
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        raise NoCopy("this is no archive of ours: it has no manifest; nothing was brought back.") from None
    if form != FORMAT:
        raise NoCopy(f"this copy is of form {form}, and this program reads form {FORMAT}: install a newer one.")
    if kept != (SQLITE if is_sqlite else POSTGRES):
        other = "postgresql://… of an empty database" if kept == POSTGRES else "sqlite:///…, or leave it out"
        raise NoCopy(f"this copy holds a {kept.partition('.')[2]}: set PETITEVOIX_DATABASE_URL to {other}.")
    if not (folder / kept).exists():
        raise NoCopy("this copy is cut short: it has no database; nothing was brought back.")
    if is_sqlite:
        _must_be_sound(folder / SQLITE)
        Path(database["NAME"]).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.move(folder / SQLITE, database["NAME"])
    else:
        options = ("--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error")
        run_postgres("pg_restore", database, *options, str(folder / POSTGRES))
        (folder / POSTGRES).unlink()
    (folder / MANIFEST).unlink()
    for name in STORES:
        (folder / name).mkdir(exist_ok=True, mode=0o700)
    os.sync()


def _must_be_sound(path: Path) -> None:
    try:
        with closing(sqlite3.connect(path)) as connection:
            [(said,)] = connection.execute("PRAGMA quick_check(1)").fetchall()
    except sqlite3.DatabaseError as error:
        said = str(error)
    if said != "ok":
        raise NoCopy(f"the database of this copy is damaged ({said}); nothing was brought back.")


def _must_be_empty(database: dict[str, Any]) -> None:
    import psycopg

    try:
        with psycopg.connect(
            dbname=database["NAME"], user=database["USER"] or None, password=database["PASSWORD"] or None,
            host=database["HOST"] or None, port=database["PORT"] or None,
            **{name: database["OPTIONS"][name] for name in OF_A_LINE if name in database["OPTIONS"]},
        ) as connection:  # fmt: skip
            tables = connection.execute(
                "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()"
            ).fetchone()
    except psycopg.OperationalError as error:
        said = " ".join(str(error).split())
        raise NoCopy(f"the database does not answer ({said}); check what PETITEVOIX_DATABASE_URL says.") from None
    if tables and tables[0]:
        raise NoCopy("that database is not empty, and nothing is ever written over; make a new one with createdb.")


def _leave_as_it_was(folder: Path, was_there: bool) -> None:
    for path in folder.iterdir():
        shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
    if not was_there:
        folder.rmdir()
