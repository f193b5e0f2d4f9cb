"""Words that are another matter become a case of their own, with what was asked and promised in them."""

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.models import Case, Link, Message, Participant, Promise, Question
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit.text import one_line, storable
from petitevoix.people.models import Advisor


def split(case: Case, messages: Sequence[int], *, by: Advisor, title: str = "") -> Case:
    """Make a case of some messages of another, of the same person and linked to it; give the new one.

    Raises Refused: no message, all of them, notes alone, letters of a third party, words one can take back.
    """
    must_answer(by)
    with transaction.atomic():
        case = Case.objects.locked(case.pk)
        told = case.messages.told().let_through()  # what is read first by somebody who leads gives no case its name
        chosen = list(told.filter(pk__in=messages))
        _must_make_sense(case, chosen, len(set(messages)))
        letters = [one for one in chosen if one.voice != Message.Voice.NOTE]  # the person reads what a case is called
        first = next((one for one in letters if one.voice == Message.Voice.PERSON), letters[0])
        heard = [one for one in chosen if one.voice == Message.Voice.PERSON and not one.automatic]
        made = Case.open_new(
            title=one_line(storable(title), 200) or one_line(first.words, 120) or case.title,
            person=case.person, team=case.team, advisor=case.advisor, channel=first.channel, door=case.door,
            language=case.language, first_words=one_line((heard or [first])[-1].words, 240), opened_at=chosen[0].at,
            waiting_since=first.at, news_due_at=case.news_due_at, wish=case.wish,
        )  # fmt: skip
        numbers = [one.pk for one in chosen]
        Message.objects.filter(pk__in=numbers).update(case=made)
        asked = list(Question.objects.filter(message__in=numbers).values_list("pk", flat=True))
        Question.objects.filter(pk__in=asked).update(case=made)
        made_of_it = Promise.objects.filter(case=case, question__in=asked)
        (made_of_it | Promise.objects.filter(case=case, message__in=numbers)).update(case=made)
        Participant.objects.bulk_create(Participant(case=made, person_id=pk) for pk in _writers(chosen, case))
        Link.objects.create(one=case, other=made)
        facts = {"case": case.pk, "from": case.reference, "made": made.reference, "messages": numbers}
        record("case.split", case, by=by, proven=True, team=case.team_id, **facts)
        record("case.split_off", made, by=by, proven=True, team=case.team_id, **facts)
    return made


def _must_make_sense(case: Case, chosen: list[Message], wanted: int) -> None:
    if not chosen or len(chosen) != wanted:
        raise Refused(_("Choose the words that are another matter."))
    if all(one.voice == Message.Voice.NOTE for one in chosen):
        raise Refused(_("A note alone makes no case: choose what was written to us or by us."))
    if any(one.relay_id for one in chosen):
        raise Refused(_("Letters between us and a third party stay with the case they are about."))
    if any(one.parcel and one.parcel.can_be_withdrawn for one in chosen):
        raise Refused(_("These words have not left yet; wait some seconds."))
    said = case.messages.told().filter(voice=Message.Voice.PERSON).exclude(pk__in=[one.pk for one in chosen])
    if not said.exists():
        raise Refused(_("Leave at least one message of the person in the case."))


def _writers(chosen: list[Message], case: Case) -> list[int]:
    return sorted({one.person_id for one in chosen if one.person_id} - {case.person_id})
