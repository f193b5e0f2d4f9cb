"""The key that signs the heads of the log: kept outside the database, so that who can write there cannot sign."""

import os
from functools import lru_cache
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.conf import settings


def sign(size: int, root: str) -> str:
    return _key(settings.LOG_KEY_FILE).sign(_words(size, root)).hex()


def signed(size: int, root: str, signature: str) -> bool:
    try:
        _key(settings.LOG_KEY_FILE).public_key().verify(bytes.fromhex(signature), _words(size, root))
    except (InvalidSignature, ValueError):
        return False
    return True


def _words(size: int, root: str) -> bytes:
    return f"petitevoix log head {size} {root}".encode()


@lru_cache(maxsize=4)
def _key(path: Path) -> Ed25519PrivateKey:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = Ed25519PrivateKey.generate().private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
        # Written aside, then linked: two processes starting together agree on one key, and it is whole.
        aside = path.with_name(f".{path.name}-{os.getpid()}")
        with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(fresh)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(aside, path)
        except FileExistsError:
            pass
        finally:
            aside.unlink()
    return Ed25519PrivateKey.from_private_bytes(path.read_bytes())
