"""Sealing: secrets that we must be able to use, but nobody may read back."""

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings


def seal(secret: str) -> str:
    """Encrypt a secret with the installation's key; nothing stays nothing."""
    return _fernet().encrypt(secret.encode()).decode() if secret else ""


def unseal(sealed: str) -> str:
    """Give a sealed secret to the code that uses it. Raises ValueError where the key has changed."""
    if not sealed:
        return ""
    try:
        return _fernet().decrypt(sealed.encode()).decode()
    except InvalidToken as error:
        raise ValueError("This secret was sealed with another key; enter it again.") from error


def _fernet() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"seal\0" + settings.SECRET_KEY.encode()).digest()))
