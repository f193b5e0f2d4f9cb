"""A long letter opens with the answer in two lines, then what to do, then why (S045)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding
from petitevoix.review.formulas import is_courtesy
from petitevoix.review.seeing import phrases, sentences, words_of

LONG = 120  # words
_TWO_LINES = 220  # signs
_ROUNDABOUT = phrases(
    r"(?:faisant )?suite a|pour rappel|tout d'abord|avant tout|comme vous le savez"
    r"|comme vous le savez peut-etre|afin de (?:bien )?"
    r"comprendre|permettez-(?:moi|nous)|en preambule|nous tenons|following|further to|in response to"
    r"|with reference to|as you"
    r" may know|first of all|before (?:answering|we)|in order to understand|let me (?:begin|start)|to give you some"
)


def look(draft: Draft) -> Iterator[Finding]:
    if len(words_of(draft.body)) <= LONG or _opens_with_the_answer(draft.body):
        return
    start = draft.parts.body[0]
    yield Finding(
        "long_answer",
        "hint",
        _("This is a long letter, and its answer does not come first."),
        ((start, start + len(draft.body.split("\n\n", 1)[0])),),
        _("Open with the answer in two lines at most, then what to do, then why."),
    )


def _opens_with_the_answer(body: str) -> bool:
    """Tell whether the first paragraph that is no courtesy is two lines at most, and comes straight to it."""
    for paragraph in body.split("\n\n"):
        said = [paragraph[start:end] for start, end in sentences(paragraph)]
        said = [sentence for sentence in said if not is_courtesy(sentence)]
        if said:
            return sum(map(len, said)) <= _TWO_LINES and not _ROUNDABOUT.match(said[0])
    return True
