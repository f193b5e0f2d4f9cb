"""A house with its tables made, once for all: what each house and each database of the tests starts from.

Making the tables one migration after the other takes seconds of a processor. It is done at the first test that needs
it, kept beside pytest's own cache, and done again when a migration changes.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / ".pytest_cache" / "prepared"
DATABASE = "petitevoix.sqlite3"
LEFT_OUT = shutil.ignore_patterns("keys", "*.lock", "*-turn", "*-wal", "*-shm")
PREPARE = "import django; django.setup(); from petitevoix.config.prepare import prepare; prepare(print)"


def with_tables(folder: Path) -> Path:
    """Have a data folder start with its tables made and its style sheets collected; give it."""
    shutil.copytree(prepared_folder(), folder, ignore=LEFT_OUT, dirs_exist_ok=True)
    return folder


def copy_into(connection: sqlite3.Connection) -> None:
    """Have a database in memory start with its tables made."""
    with sqlite3.connect(prepared_folder() / DATABASE) as prepared:
        prepared.backup(connection)
    prepared.close()


def prepared_folder() -> Path:
    """Give the data folder that others are copied from."""
    folder, half = KEPT / _fingerprint(), KEPT / "half"
    with _one_at_a_time():
        if not folder.exists():
            shutil.rmtree(half, ignore_errors=True)
            _prepare(half)
            half.rename(folder)
    return folder


def new_database(name: str, url: str, *, empty: bool) -> None:
    """Make a database on a server of the tests, empty or with its tables made."""
    import psycopg

    if empty:
        with psycopg.connect(url, autocommit=True) as server:
            server.execute(f"CREATE DATABASE {name}")
        return

    source = f"prepared_{_fingerprint()[:12]}"
    with _one_at_a_time(), psycopg.connect(url, autocommit=True) as server:
        if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [source]).fetchone():
            server.execute(f"CREATE DATABASE {source}_half")
            with tempfile.TemporaryDirectory(prefix="petitevoix-prepared-") as folder:
                _prepare(Path(folder), f"{url.rpartition('/')[0]}/{source}_half")
            server.execute(f"ALTER DATABASE {source}_half RENAME TO {source}")
        server.execute(f"CREATE DATABASE {name} TEMPLATE {source}")


def _prepare(folder: Path, database: str = "") -> None:
    surroundings = {
        **os.environ, "DJANGO_SETTINGS_MODULE": "petitevoix.config.settings",
        "PETITEVOIX_DATA": str(folder), "PETITEVOIX_DATABASE_URL": database,
    }  # fmt: skip
    subprocess.run([sys.executable, "-c", PREPARE], env=surroundings, check=True, stdout=subprocess.DEVNULL)


def _fingerprint() -> str:
    """What the tables follow from: our migrations, and the versions of what brings its own."""
    files = [*ROOT.glob("src/petitevoix/**/migrations/*.py"), ROOT / "requirements" / "test.txt"]
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(f"{file.relative_to(ROOT)}\n".encode() + file.read_bytes())
    return digest.hexdigest()[:24]


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "lock").open("a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
