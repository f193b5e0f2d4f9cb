"""Settings read from the environment and from a `.env` file; a bad value is refused with a sentence."""

import os
import secrets
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit


class BadSetting(Exception):
    """Say in one sentence which setting is wrong and what would be right."""


def load_dotenv(path: Path) -> None:
    """Take `NAME=value` lines of a file into the environment; what is already set wins."""
    if not path.is_file():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        name, equals, value = line.strip().removeprefix("export ").partition("=")
        if equals and not name.startswith("#"):
            os.environ.setdefault(name.strip(), value.strip().strip("\"'"))


def text(name: str, default: str = "") -> str:
    return os.environ.get(f"PETITEVOIX_{name}", default).strip() or default


def flag(name: str, default: bool = False) -> bool:
    value = text(name).lower()
    if value in {"", "0", "1", "no", "yes", "false", "true", "off", "on"}:
        return value in {"1", "yes", "true", "on"} if value else default
    raise BadSetting(f"PETITEVOIX_{name} says “{value}”; write yes or no.")


def number(name: str, default: int, least: int = 0, most: int = 10**9) -> int:
    value = text(name, str(default))
    if not value.isdecimal() or not least <= int(value) <= most:
        raise BadSetting(f"PETITEVOIX_{name} says “{value}”; write a whole number from {least} to {most}.")
    return int(value)


def web_address(name: str, default: str) -> str:
    value = text(name, default).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise BadSetting(f"PETITEVOIX_{name} says “{value}”; write a full address such as https://help.example.org.")
    return value


def secret(name: str, folder: Path) -> str:
    """Give a secret from the environment, from the file it names, or made once and kept in `folder`."""
    if value := text(name):
        if len(value) < 32:
            raise BadSetting(f"PETITEVOIX_{name} is too short; give at least 32 characters.")
        return value
    path = Path(text(f"{name}_FILE") or folder / name.lower().replace("_", "-"))
    if not path.exists():
        if text(f"{name}_FILE"):
            raise BadSetting(f"PETITEVOIX_{name}_FILE names {path}, which does not exist.")
        for part in (folder.parent, path.parent):  # the data folder is for its owner's eyes, whoever makes it first
            part.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            pass
        else:
            with os.fdopen(handle, "w") as file:
                file.write(secrets.token_urlsafe(48))
    return path.read_text(encoding="utf-8").strip()


# What a URL of PostgreSQL may say of the line besides, by the names that libpq gives it.
OF_A_LINE = ("sslmode", "sslrootcert", "sslcert", "sslkey", "connect_timeout", "target_session_attrs")


def database(folder: Path) -> dict:
    """Describe the database to Django: SQLite in the data folder unless `PETITEVOIX_DATABASE_URL` says PostgreSQL."""
    url = text("DATABASE_URL", f"sqlite:///{folder / 'petitevoix.sqlite3'}")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "petitevoix.config.sqlite",
            "NAME": unquote(parts.path[1:] if parts.path.startswith("//") else parts.path),
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "timeout": 20,
                # A write transaction takes its lock at the start, so that it never has to give up half-way.
                "transaction_mode": "IMMEDIATE",
                "init_command": (
                    "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA mmap_size=8388608;"
                    "PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-2000; PRAGMA temp_store=MEMORY;"
                ),
            },
        }
    if parts.scheme in {"postgres", "postgresql"}:
        asked = dict(parse_qsl(parts.query))
        if strange := asked.keys() - {"host", *OF_A_LINE}:
            raise BadSetting(f"PETITEVOIX_DATABASE_URL asks for “{min(strange)}”, which is not known here.")
        return {
            "ENGINE": "petitevoix.config.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": asked.pop("host", unquote(parts.hostname or "")),  # a folder: the socket in it
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": None,
            "CONN_HEALTH_CHECKS": True,
            # A statement asked for the third time is kept prepared by the server: half the CPU of PostgreSQL itself.
            "OPTIONS": {"server_side_binding": True, "prepare_threshold": 3, **asked},
        }
    raise BadSetting(f"PETITEVOIX_DATABASE_URL begins with “{parts.scheme}”; write sqlite:///… or postgresql://….")
