"""Outside systems: named by those who run the house, asked when a page is opened."""

import hashlib
import json
import logging
import re
from math import isfinite
from typing import Any
from urllib.parse import urlsplit

from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from petitevoix.journal.record import Actor, record
from petitevoix.kit import clock
from petitevoix.kit.text import one_line, storable
from petitevoix.outside import fetching
from petitevoix.outside.models import OutsideSystem
from petitevoix.outside.signing import About, digest
from petitevoix.vault import access
from petitevoix.vault.seal import seal, unseal

REMEMBERED = 180  # seconds
MOST_FACTS = 40
MOST_NESTED = 500  # lists and objects in one answer: Python reads them by recursion
_PLACES = {"person", "email", "case"}
log = logging.getLogger(__name__)


class NotKept(Exception):
    """What was said of a system cannot be; the sentence says why. Nothing was changed."""


def keep_system(
    system: OutsideSystem | None, *, by: Actor, name: str, link: str, look_up: str, secret: str, allows_private: bool
) -> OutsideSystem:
    """Name an outside system, or change the one given; an empty secret leaves the one it has. Raises NotKept."""
    kept = system or OutsideSystem()
    name, link, look_up = one_line(storable(name), 80), link.strip(), look_up.strip()
    if not name or not (link or look_up):
        raise NotKept(_("A system has a name, and a link to its page or an address that answers."))
    for address in filter(None, (link, look_up)):
        if not _is_address(address):
            raise NotKept(
                _("“%(address)s” is no web address that begins with https:// or http://.") % {"address": address[:80]}
            )
    if set(re.findall(r"\{(\w*)\}", link)) - _PLACES or re.search(r"[{}]", look_up):
        raise NotKept(_("In a link, {person}, {email} and {case} are filled in, and nothing else."))
    if len(secret) < 16 and not (not secret and kept.secret):
        raise NotKept(_("A secret has sixteen letters or more."))
    if look_up and not allows_private and fetching.is_plainly_private(look_up):
        raise NotKept(_("That address stands in a private network: allow it to, or it is never asked."))
    kept.name, kept.link, kept.look_up, kept.allows_private = name, link, look_up, allows_private
    kept.secret = seal(secret) if secret else kept.secret
    try:
        with transaction.atomic():
            kept.save()
            event = "system.changed" if system else "system.added"
            record(event, kept, by=by, proven=True, called=name, allows_private=allows_private)
    except IntegrityError:
        raise NotKept(_("There is a system called %(name)s already.") % {"name": name}) from None
    return kept


def forget_system(system: OutsideSystem, *, by: Actor) -> None:
    """Have an outside system shown and asked no longer."""
    with transaction.atomic():
        record("system.removed", system, by=by, proven=True, called=system.name)
        system.delete()


def look_up(system: OutsideSystem, about: About, *, by: Actor) -> list[tuple[str, str]] | None:
    """Ask a system what it knows: facts and their values, or None where it gave no answer that can be used."""
    asked = json.dumps([system.pk, system.look_up, get_language(), *about])  # yes and no are said in a language
    key = f"outside-{hashlib.sha256(asked.encode()).hexdigest()}"
    known = cache.get(key)
    if known is None:
        access.record(by.actor, "person.asked_outside", f"person:{about.person}", person=about.person, system=system.pk)
        known = _ask(system, about)
        cache.set(key, known, REMEMBERED if known["answered"] else 20)
    return [(name, value) for name, value in known["facts"]] if known["answered"] else None


def _ask(system: OutsideSystem, about: About) -> dict[str, Any]:
    body = json.dumps(about._asdict(), ensure_ascii=False, separators=(",", ":"))
    at = int(clock.now().timestamp())
    try:
        signature = digest(unseal(system.secret), f"{at}.{body}")
        headers = {
            "Content-Type": "application/json", "Accept": "application/json", "User-Agent": "PetiteVoix",
            "Petite-Voix-Signature": f"t={at},v1={signature}",
        }  # fmt: skip
        words = fetching.post(system.look_up, body.encode(), headers, allows_private=system.allows_private)
        return {"answered": True, "facts": facts_in(words)}
    except (fetching.NoAnswer, ValueError) as why:
        log.warning("The outside system %s gave no answer: %s", system.name, why)
        return {"answered": False, "facts": []}


def facts_in(words: bytes) -> list[list[str]]:
    """Read a flat JSON object as facts; what is nested is left out. Raises ValueError where it is no object."""
    if words.count(b"[") + words.count(b"{") > MOST_NESTED:
        raise ValueError("The answer is nested too deeply to be read.")
    told = json.loads(words.decode("utf-8-sig"))  # many systems begin with a byte order mark
    if not isinstance(told, dict):
        raise ValueError("The answer is no JSON object.")
    facts = [[one_line(storable(str(name)), 80), _said(value)] for name, value in told.items()]
    return [fact for fact in facts if fact[0] and fact[1]][:MOST_FACTS]


def _said(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, float):
        said = str(value) if isfinite(value) else ""
        return said.replace(".", ",") if get_language() == "fr" else said
    return one_line(storable(str(value)), 500) if isinstance(value, str | int) else ""


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        has_port = parts.port is None or parts.port > 0  # reading it raises where it is none
        return (
            parts.scheme in {"http", "https"}
            and bool(parts.hostname)
            and has_port
            and not re.search(r"[\s\x00-\x1f]", address)
        )
    except ValueError:
        return False
