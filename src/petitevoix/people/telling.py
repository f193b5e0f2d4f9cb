"""What an advisor has letters about, as they choose it themselves; kept in no history."""

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.people.models import Advisor
from petitevoix.people.refusals import Unchanged


def be_told_of(advisor: Advisor, *, of: Iterable[str]) -> Advisor:
    """Choose what one has letters about, of `Advisor.ToldOf`; nothing is a choice as well. Raises Unchanged."""
    chosen = set(of)
    unknown = chosen - set(Advisor.ToldOf.values)
    if unknown:
        raise Unchanged(_("There are no letters about “%(name)s”.") % {"name": min(unknown)[:40]})
    with transaction.atomic():
        advisor = Advisor.objects.select_for_update().get(pk=advisor.pk)
        advisor.told_of = [one for one in Advisor.ToldOf.values if one in chosen]
        advisor.save(update_fields=["told_of"])
    return advisor
