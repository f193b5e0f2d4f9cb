"""Who has received a case reads what went with it before they answer (S023)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding


def look(draft: Draft) -> Iterator[Finding]:
    if draft.summary_unread:
        yield Finding(
            "summary_unread",
            "stop",
            _("You have not said yet that you read the summary of this case."),
            advice=_("It stands on top of the case: read it, and press “I have read it”."),
        )
