"""What a house does before it opens its doors: folder, tables, catalogues, style sheets."""

import fcntl
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from petitevoix.config import catalogues

_MIGRATING = 7_031_975  # the advisory lock that machines sharing a PostgreSQL take in turn


def prepare(say: Callable[[str], None]) -> None:
    """Bring data folder, database and static files up to this version; a second call finds nothing to do."""
    make_folder(settings.DATA)
    try:
        catalogues.main()
    except OSError:
        pass  # an installed package brings its catalogues compiled, and its folder may be read-only
    migrate(say)
    collect()


def make_folder(folder: Path) -> None:
    """Make the data folder, for its owner's eyes only."""
    if not folder.exists():
        folder.mkdir(parents=True, mode=0o700)


def migrate(say: Callable[[str], None]) -> None:
    """Bring the database to this version; safe when several machines start together."""
    with _one_at_a_time():
        executor = MigrationExecutor(connection)
        steps = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
        if steps:
            say(f"Preparing the database ({steps} steps)…")
            call_command("migrate", verbosity=0, interactive=False)
        if "pv_cache" not in connection.introspection.table_names():
            call_command("createcachetable", verbosity=0)


def have_tables() -> None:
    """Make the tables of a database that lacks them, for a command that is run before the first `serve`."""
    make_folder(settings.DATA)
    # The last of all to be made: whoever was killed half-way, or is half-way now, has not made it yet.
    if "pv_cache" not in connection.introspection.table_names():
        migrate(lambda words: None)


def collect() -> None:
    """Copy style sheets and scripts under hashed names, compressed, when any of them changed."""
    stamp = settings.STATIC_ROOT / ".stamp"
    now = _fingerprint()
    if settings.DEBUG or (stamp.exists() and stamp.read_text() == now):
        return
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    call_command("collectstatic", verbosity=0, interactive=False)
    stamp.write_text(now)


def _fingerprint() -> str:
    files = []
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = os.stat(storage.path(name))
            files.append((name, status.st_size, status.st_mtime_ns))
    return version("petitevoix") + " " + hashlib.sha256(json.dumps(sorted(files)).encode()).hexdigest()


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    if connection.vendor != "postgresql":
        with (settings.DATA / "migrate.lock").open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_MIGRATING])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_MIGRATING])
