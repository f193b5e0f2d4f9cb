"""What persons read of those who answer, and what these say of themselves: theirs alone, so there is no `by`."""

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.text import one_line, plain
from petitevoix.people.models import Advisor, Strength
from petitevoix.people.models.strength import MOST_STRENGTHS
from petitevoix.people.refusals import Unchanged

EARLIEST = 1950


def show_oneself(
    advisor: Advisor, *, first_name: str, alias: str, signs_as: str, is_introduced: bool, since_year: int | None,
    is_asked_again: bool,
) -> Advisor:  # fmt: skip
    """Say how one signs, whether persons read a line about one, and whether they may ask for one again.

    Raises Unchanged: a signature there is not, an alias that was not given, a year to come.
    """
    first_name, alias = one_line(first_name, 60), one_line(alias, 60)
    if signs_as not in Advisor.Signs.values:
        raise Unchanged(_("“%(how)s” is no way to sign.") % {"how": signs_as})
    if signs_as == Advisor.Signs.ALIAS and not alias:
        raise Unchanged(_("Write the alias you wish to sign with."))
    if since_year is not None and not EARLIEST <= since_year <= clock.now().year:
        raise Unchanged(_("Write a year that has begun, or leave it empty."))
    with transaction.atomic():
        advisor = Advisor.objects.select_for_update().get(pk=advisor.pk)
        advisor.first_name, advisor.alias, advisor.signs_as = first_name, alias, signs_as
        advisor.is_introduced, advisor.since_year, advisor.is_asked_again = is_introduced, since_year, is_asked_again
        advisor.save(update_fields=["first_name", "alias", "signs_as", "is_introduced", "since_year", "is_asked_again"])
        record("advisor.shown", advisor, by=advisor, signs_as=signs_as, introduced=is_introduced, asked=is_asked_again)
    return advisor


def declare(advisor: Advisor, *, word: str) -> Strength:
    """Say what one is good at. Raises Unchanged: no word, or a great many."""
    word = one_line(word, 60)
    if not plain(word):
        raise Unchanged(_("Write a word for what you are good at."))
    with transaction.atomic():
        Advisor.objects.select_for_update().get(pk=advisor.pk)
        if advisor.strengths.count() >= MOST_STRENGTHS:
            raise Unchanged(_("Those are a great many; take one back first."))
        strength, _new = advisor.strengths.get_or_create(folded=plain(word), defaults={"word": word})
        record("advisor.strength_declared", advisor, by=advisor)
    return strength


def withdraw(advisor: Advisor, strength: int) -> None:
    """Take a strength of one's own back; nobody is told why, and nothing of it stays."""
    with transaction.atomic():
        for one in advisor.strengths.filter(pk=strength):
            one.delete()
            record("advisor.strength_withdrawn", advisor, by=advisor)
