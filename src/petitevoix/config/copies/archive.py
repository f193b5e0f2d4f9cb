"""What lies in an archive: a tar of a manifest, the database, letters, files, keys and the witness of the log."""

import os
import re
import shutil
import subprocess
from typing import Any

from petitevoix.config.env import OF_A_LINE

FORMAT = 1
MANIFEST = "manifest.json"
SQLITE, POSTGRES = "database.sqlite3", "database.pgdump"
WITNESS = "log-heads.jsonl"
STORES = ("mail", "files")  # each file named by the SHA-256 of what it holds
KEYS = "keys"
STORED = re.compile(r"(?:mail|files)/([0-9a-f]{2})/(\1[0-9a-f]{62})")
OURS = re.compile(rf"{MANIFEST}|{SQLITE}|{POSTGRES}|{WITNESS}|{KEYS}/[A-Za-z0-9_][A-Za-z0-9._-]{{0,80}}")


class NoCopy(Exception):
    """A copy could not be taken or brought back; the message is a sentence that says what to do."""


def may_lie_here(name: str) -> bool:
    """Tell whether a name belongs in an archive of ours: nothing else is ever unpacked."""
    return bool(STORED.fullmatch(name) or OURS.fullmatch(name))


def run_postgres(program: str, database: dict[str, Any], *words: str) -> None:
    """Run a program of PostgreSQL's on a database. Raises NoCopy where there is none, or it fails."""
    if shutil.which(program) is None:
        raise NoCopy(f"{program} is not on this machine; install the PostgreSQL client (postgresql-client).")
    command = [program, "--no-password", "--dbname", database["NAME"], *words]
    for option, name in (("--host", "HOST"), ("--port", "PORT"), ("--username", "USER")):
        if database[name]:
            command += [option, database[name]]
    # libpq reads PGPASSWORD, PGSSLMODE and the like: what stands in a command, every process can read.
    line = {"password": database["PASSWORD"], **{name: database["OPTIONS"].get(name) for name in OF_A_LINE}}
    asked = {f"PG{name.upper().replace('_', '')}": str(value) for name, value in line.items() if value}
    done = subprocess.run(command, env=os.environ | asked, capture_output=True, text=True, errors="replace")  # noqa: S603
    if done.returncode:
        said = " ".join((done.stderr.strip().splitlines() or ["it said nothing"])[0].split())
        raise NoCopy(f"{program} failed ({said[:300]}); nothing was kept.")
