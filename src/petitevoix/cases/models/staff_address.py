"""The address that an advisor answers a letter of ours at: signed for them, for the case, for what they had read."""

import re
from typing import NamedTuple

from django.conf import settings

from petitevoix.kit import ids

_TOKEN = re.compile(r"(?i)(?<![a-z0-9])st([0-9]{1,10}-[0-9]{1,12}-[0-9]{1,14})-([a-z2-7]{16})(?![a-z0-9])")
MOST_TOKENS = 20


class StaffAddress(NamedTuple):
    advisor: int
    case: int
    seen: int  # the last message that the letter showed; 0 for none

    @property
    def token(self) -> str:
        """What our reply address carries: it opens nothing, and counts only from the advisor's own address."""
        value = f"{self.advisor}-{self.case}-{self.seen}"
        return f"st{value}-{ids.sign('staff', value, settings.SECRET_KEY)}"


def signed_in(text: str) -> StaffAddress | None:
    """Find the address of an advisor that a text names, where its signature is ours."""
    for value, signature in _TOKEN.findall(text)[:MOST_TOKENS]:
        if ids.signed("staff", value, signature, settings.SECRET_KEY):
            return StaffAddress(*map(int, value.split("-")))
    return None
