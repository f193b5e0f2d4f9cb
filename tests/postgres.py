"""A PostgreSQL of our own for one command: `python -m tests.postgres -- pytest …`.

It lives in a temporary folder on a free port of loopback, runs as an unprivileged user, and is gone afterwards.
"""

import glob
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.ports import free_port
from tests.prepared import new_database


@contextmanager
def server() -> Iterator[str]:
    """Start a server and give its address; stop it and remove it at the end. Raises SystemExit where none is installed."""
    programs = binaries()
    folder = Path(tempfile.mkdtemp(prefix="petitevoix-pg-"))
    user = unprivileged()
    if user:
        shutil.chown(folder, user)
    port = free_port()
    try:
        run(user, programs / "initdb", "-D", folder / "db", "-U", "petitevoix", "--auth=trust", "-E", "UTF8", "-N")
        options = f"-c listen_addresses=127.0.0.1 -p {port} -k {folder} -c fsync=off -c max_connections=200"
        run(user, programs / "pg_ctl", "-D", folder / "db", "-w", "-l", folder / "log", "-o", options, "start")
        try:
            yield f"postgresql://petitevoix@127.0.0.1:{port}/postgres"
        finally:
            run(user, programs / "pg_ctl", "-D", folder / "db", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def database_of_its_own(*, empty: bool = False) -> Iterator[str]:
    """Give the address of a new database on the server of this test run, or nothing where it runs on SQLite.

    Its tables are made, unless it is to be empty.
    """
    url = os.environ.get("PETITEVOIX_DATABASE_URL", "")
    if not url.startswith("postgres"):
        yield ""
        return
    import psycopg

    name = f"house_{uuid.uuid4().hex[:12]}"
    new_database(name, url, empty=empty)
    try:
        yield url.rpartition("/")[0] + f"/{name}"
    finally:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def binaries() -> Path:
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb")) + sorted(
        glob.glob("/opt/homebrew/opt/postgresql*/bin/initdb")
    )
    path = found[-1] if found else shutil.which("initdb")
    if not path:
        sys.exit("PostgreSQL is missing: sudo apt install postgresql (macOS: brew install postgresql@16)")
    return Path(path).parent


def unprivileged() -> str | None:
    """PostgreSQL refuses to run as root; name somebody who is not."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name).pw_name
        except KeyError:
            continue
    return None


def run(user: str | None, *command: object) -> None:
    words = [str(word) for word in command]
    if user:
        words = ["setpriv", f"--reuid={user}", f"--regid={pwd.getpwnam(user).pw_gid}", "--clear-groups", *words]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, cwd="/")


if __name__ == "__main__":
    with server() as url:
        command = sys.argv[sys.argv.index("--") + 1 :]
        sys.exit(subprocess.run(command, env={**os.environ, "PETITEVOIX_DATABASE_URL": url}).returncode)
