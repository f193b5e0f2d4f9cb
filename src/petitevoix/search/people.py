"""Finding persons by the beginnings of the words of their names and addresses; never by reading them all."""

from django.db.models import Q

from petitevoix.cases.access import persons_visible_to
from petitevoix.people.models import Advisor, Person
from petitevoix.search.models import PersonWord
from petitevoix.search.words import addresses_in, fold, safe, words_in

LOOKED_AT = 600  # persons whose word begins so that are looked at; whoever means another writes more of it
LAST = "\U0010ffff"


def persons_called(text: str, *, by: Advisor, most: int) -> list[Person]:
    """Find persons an advisor may know of whose name or address has words that begin so, by name."""
    begun = sorted(_words(text), key=len, reverse=True)[:6]
    if not begun:
        return []
    found = _looked_up(begun)
    persons: list[Person] = []
    for start in range(0, len(found), most):
        some = found[start : start + most]
        visible = persons_visible_to(by).prefetch_related("addresses").in_bulk(some)
        persons += [visible[pk] for pk in some if pk in visible]
        if len(persons) >= most:
            break
    return persons[:most]


def _looked_up(begun: list[str]) -> list[int]:
    """Look the words up in the index: first one that few persons have, then the others among these persons."""
    found: list[int] = []
    for word in begun:
        # The words that begin so lie together in the index, the shortest first: a whole word before its longer sisters.
        rows = PersonWord.objects.filter(_begins(word)).order_by("word", "person")
        found, by = list(rows.values_list("person", flat=True)[:LOOKED_AT]), word
        if len(found) < LOOKED_AT:
            break
    for word in begun:
        if word != by and found:
            also = set(PersonWord.objects.filter(_begins(word), person__in=found).values_list("person", flat=True))
            found = [person for person in found if person in also]
    return list(dict.fromkeys(found))


def _words(text: str) -> set[str]:
    """Cut what is asked into beginnings; an address (or the start of one) stays whole."""
    found: set[str] = set()
    for piece in text.split():
        if "@" in piece:
            found.add(safe((addresses_in(piece) or [piece.lower()])[0]))
        else:
            found |= {safe(fold(word)) for word in words_in(piece)}
    return found


def _begins(word: str) -> Q:
    return Q(word__gte=word, word__lt=word + LAST)
