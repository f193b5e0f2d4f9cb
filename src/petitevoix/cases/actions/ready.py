"""Ready answers: kept, put away, and offered to who writes in a case with its places filled in."""

import re
from dataclasses import dataclass

from babel.dates import format_date
from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.models import Case, ReadyAnswer
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.kit.text import one_line, plain, storable
from petitevoix.kit.words import zone
from petitevoix.language.unanswerable import says_do_not_reply
from petitevoix.people.models import Advisor, Team

LONGEST = 20_000  # characters
OFFERED = 8
COMPARED = 500  # beside a draft
# As they are written in English and in French; both are known in any text, with accents or without.
PLACES = (
    ("first_name", "name", "reference", "advisor", "team", "date"),
    ("prénom", "nom", "référence", "conseiller", "équipe", "date"),
)
_FRENCH = {"prenom": "first_name", "nom": "name", "conseiller": "advisor", "conseillere": "advisor", "equipe": "team"}
_LINE, _SHORTEST = re.compile(r"\n|(?<=[.!?]) "), 20
_PLACE = re.compile(r"\{([^\W\d][\w ]{1,40})\}")


@dataclass(frozen=True)
class Offer:
    """A ready answer as it would stand in a reply to this person, and the language it is in."""

    id: int
    name: str
    words: str
    language: str
    is_theirs: bool  # it is in the language we write to the person in


def keep_answer(
    *, by: Advisor, name: str, fr: str = "", en: str = "", team: Team | None = None, known: ReadyAnswer | None = None
) -> ReadyAnswer:
    """Keep a ready answer, or change the one `known`. Raises Refused: no name, no words, somebody else's."""
    _must_keep(by, known)
    kept = known or ReadyAnswer(keeper=by)
    before = {"called": kept.name, "fr": kept.fr, "en": kept.en, "team": kept.team_id}
    kept.name = one_line(storable(name), 80)
    kept.fr, kept.en = (storable(words).replace("\r\n", "\n").strip() for words in (fr, en))
    kept.team, kept.changed_at = team, clock.now()
    if not kept.name:
        raise Refused(_("Give the ready answer a name."))
    if not (kept.fr or kept.en):
        raise Refused(_("Write the answer in French, in English, or in both."))
    if max(len(kept.fr), len(kept.en)) > LONGEST:
        raise Refused(_("A ready answer has at most %(most)s characters.") % {"most": LONGEST})
    if says_do_not_reply(kept.fr) or says_do_not_reply(kept.en):
        raise Refused(_("These words tell people not to answer. Every letter of ours can be answered; write others."))
    if team and team.pk != before["team"] and not by.may_share_with(team):
        raise Refused(_("Choose one of your teams, or all."))
    with transaction.atomic():
        kept.save()
        if known:
            record("answer.changed", kept, by=by, called=kept.name, before=before)
        else:
            record("answer.kept", kept, by=by, called=kept.name)
    return kept


def put_answer_away(answer: ReadyAnswer, *, by: Advisor, is_away: bool = True) -> ReadyAnswer:
    """Put a ready answer away, or bring it back. Raises Refused where it is somebody else's."""
    _must_keep(by, answer)
    with transaction.atomic():
        answer.put_away_at = clock.now() if is_away else None
        answer.save(update_fields=["put_away_at", "key"])
        record("answer.removed" if is_away else "answer.restored", answer, by=by, called=answer.name)
    return answer


def offers(case: Case, words: str, *, by: Advisor, most: int = OFFERED) -> list[Offer]:
    """Find ready answers by the beginnings of words of their names, filled in for a case; one indexed read."""
    must_answer(by)
    found = ReadyAnswer.objects.in_use().visible_to(by).called(words)
    return [offer(one, case, by=by) for one in found[:most]]


def offer(answer: ReadyAnswer, case: Case, *, by: Advisor) -> Offer:
    """Give a ready answer as it would stand in a case."""
    words, language = answer.said_in(case.spoken)
    return Offer(answer.pk, answer.name, filled(words, case, by, language), language, language == case.spoken)


def filled(words: str, case: Case, by: Advisor, language: str) -> str:
    """Fill in the places of a text; one that nothing is known for stays as it is, and the review finds it."""
    facts = {
        "first_name": (case.person.name.split() or [""])[0],
        "name": case.person.name,
        "reference": case.reference,
        "advisor": case.signed(by) or (case.team.name if case.team else ""),
        "team": case.team.name if case.team else "",
        "date": format_date(clock.now().astimezone(zone()), "long", locale="fr" if language == "fr" else "en_GB"),
    }

    def fill(place: re.Match[str]) -> str:
        key = plain(place[1]).replace(" ", "_")
        return facts.get(_FRENCH.get(key, key)) or place[0]

    return _PLACE.sub(fill, words)


def standard(case: Case, words: str, by: Advisor) -> list[str]:
    """Give the ready answers that a draft has a line of, filled in as they were when it was taken over."""
    texts = ReadyAnswer.objects.in_use().values_list("fr", "en")[:COMPARED]
    found = [(text, "fr" if at == 0 else "en") for both in texts for at, text in enumerate(both)]
    return [filled(text, case, by, language) for text, language in found if _shares_a_line(text, words)]


def _shares_a_line(text: str, words: str) -> bool:
    said = (line.strip() for piece in _PLACE.split(text)[::2] for line in _LINE.split(piece))
    return any(line in words for line in said if len(line) >= _SHORTEST)


def _must_keep(by: Advisor, known: ReadyAnswer | None) -> None:
    must_answer(by)
    if known and not known.may_be_changed_by(by):
        raise Refused(_("This ready answer is %(name)s’s; keep one of your own.") % {"name": known.keeper.name})
