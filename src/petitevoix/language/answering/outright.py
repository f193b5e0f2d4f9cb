"""A bare yes or no: nothing in it is like the question, and it answers the one question that waits for it."""

import re

from petitevoix.language.answering.sentences import opening

_SORRY = r"(?:malheureusement|hélas|désolée?s?|unfortunately|sorry|i'm afraid|i am afraid|eh bien|well)[ ,]+(?:que )?"
_SAYS = re.compile(
    rf"(?:{_SORRY})?(?:oui|non|yes|no|not|nope|of course|bien sûr|bien entendu|tout à fait|absolument|absolutely"
    r"|certainly|pas du tout|not at all|en aucun cas)\b[ ,:!.]*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
# What waits for more than a yes: « quand », "how much".
_WAITS_FOR_MORE = re.compile(
    r"(?<!\w)(?:quand|o[uù](?! (?:bien|non))|combien|pourquoi|comment|quel(?:le)?s?|qui|quoi|que faire|when|where|why"
    r"|how|what|which|who|whom|whose)(?!\w)",
    re.IGNORECASE,
)
_SAID_AGAIN = re.compile(
    r"(?:(?:you|we|it|that|they) (?:can(?:not|'t)|isn't|is not(?: possible)?|aren't|don't|doesn't)"
    r"|ce n'est pas (?:possible|le cas)"
    r"|you (?:can|may)|it (?:is|does)|they (?:are|do)|we do|i (?:do|am)|vous (?:le )?pouvez|c'est (?:le cas|possible))"
    r"\W*",
    re.IGNORECASE,
)


def says_yes_or_no(question: str, reply: str) -> bool:
    """Say whether a reply opens with a yes or a no, and no more, to a question that waits for one."""
    said = _SAYS.match(opening(reply).replace("’", "'"))
    if said is None or _WAITS_FOR_MORE.search(question):
        return False
    rest = said["rest"]
    return not rest.strip(" .!,") or bool(_SAID_AGAIN.fullmatch(rest))
