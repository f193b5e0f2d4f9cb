"""Identifiers that people can read aloud, and signatures that nobody can guess."""

import base64
import hashlib
import hmac
import re
import secrets

# No 0/O, 1/I/L, U: nothing that is mistaken on paper or on the phone.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
REFERENCE = re.compile(rf"\bPV-([{ALPHABET}]{{6}})\b", re.IGNORECASE)


def new_reference() -> str:
    """Draw a case reference such as `PV-7K3F9Q`: no meaning, no order."""
    return "PV-" + "".join(secrets.choice(ALPHABET) for _ in range(6))


def references_in(text: str) -> list[str]:
    """Find the references written in a text, in their canonical form, in order."""
    return [f"PV-{match.upper()}" for match in REFERENCE.findall(text)]


def number(typed: str) -> int | None:
    """Read the number of a row as an address or a form names it; None where it is none, or larger than any there is."""
    return int(typed) if typed.isdecimal() and len(typed) < 19 else None


def sign(purpose: str, value: str, key: str) -> str:
    """Sign a value for one purpose: 16 lower-case letters and digits (80 bits), safe in an e-mail address."""
    digest = hmac.new(key.encode(), f"{purpose}\0{value}".encode(), hashlib.sha256).digest()
    return base64.b32encode(digest[:10]).decode().lower()


def signed(purpose: str, value: str, signature: str, key: str) -> bool:
    """Tell whether a signature is the one `sign` gives, in constant time."""
    return hmac.compare_digest(sign(purpose, value, key).encode(), signature.lower().encode("utf-8", "replace"))
