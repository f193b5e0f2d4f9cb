"""Who the letter goes to is who the last one went to, or it was meant."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding


def look(draft: Draft) -> Iterator[Finding]:
    before = next((sent.to for sent in reversed(draft.sent) if sent.to), ())
    if not before or not draft.to:
        return
    known = {address.casefold() for address in before}
    added = [address for address in draft.to if address.casefold() not in known]
    kept = {address.casefold() for address in draft.to}
    removed = [address for address in before if address.casefold() not in kept]
    if not (added or removed):
        return
    theirs = {address.casefold() for address in draft.person.addresses}
    is_theirs = all(address.casefold() in theirs for address in added)
    yield Finding(
        "recipient_changed",
        "hint" if is_theirs else "warn",
        _("This letter does not go to the same people as the last one."),
        advice=_("Look at the addresses once more."),
        facts={"added": added, "removed": removed},
    )
