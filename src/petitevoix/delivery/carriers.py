"""What delivery asks of a channel that can carry."""

from functools import cache
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from petitevoix.delivery.models import Parcel


class TemporaryFailure(Exception):
    """The other side says: not now. It is tried again."""


class PermanentFailure(Exception):
    """The other side says: never. A person has to look."""


class Carrier(Protocol):
    def new_thread_key(self, door: str) -> str:
        """Draw the key under which an answer to a parcel will be recognised."""

    def reads_at(self, address: str) -> bool:
        """Tell whether an address is one of ours: what is sent there would come back to us."""

    def carry(self, parcel: Parcel) -> None:
        """Hand a parcel over. Raises TemporaryFailure or PermanentFailure, with the other side's words."""


@cache
def carrier(name: str) -> Carrier:
    """Find the carrier of a channel among the settings. Raises LookupError."""
    if name not in settings.CARRIERS:
        raise LookupError(f"Nothing carries “{name}”: CARRIERS names no such channel.")
    return import_string(settings.CARRIERS[name])()
