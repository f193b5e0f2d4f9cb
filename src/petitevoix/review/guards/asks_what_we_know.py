"""Nobody is asked for what their file already says (M5, never told twice)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from petitevoix.review.draft import Draft
from petitevoix.review.findings import Finding, Span
from petitevoix.review.numbers import squeezed
from petitevoix.review.seeing import fold, phrases, sentences

# A question to make sure who is there is no forgetfulness.
_IDENTITY = phrases(
    r"(?:verifier|confirmer|m'assurer|nous assurer|s'assurer|etre surs?|etre sures?|garantir) (?:qu'il s'agit"
    r"|que c'est|que vous"
    r" etes|de votre identite|votre identite)(?: bien)?",
    r"(?:afin de|pour) (?:vous identifier|proteger votre|la securite)",
    r"(?:verify|confirm|check|make sure|be sure|prove|establish) (?:that )?(?:it is|it's|this is|you are|you're"
    r"|your identity|who)",
    r"(?:for|to protect your|for your) security|identity check|to identify you",
)


def look(draft: Draft) -> Iterator[Finding]:
    from petitevoix.language.asks import find

    # What the letter says itself it does not ask for: it asks whether that is still right.
    said = squeezed(draft.seen)
    held = {kind for kind, facts in draft.facts.items() if facts and not any(squeezed(fold(f)) in said for f in facts)}

    def known(text: str) -> list[str]:
        return [kind for kind in find(text, draft.written) if kind in held]

    asked = known(draft.own)
    if not asked:
        return
    every = sentences(draft.own)
    to_be_sure = _said_to_be_sure(draft, every)
    sure = set(to_be_sure)
    rest = [span for span in every if span not in sure]
    again = known("\n".join(draft.own[slice(*span)] for span in rest)) if to_be_sure else asked
    spans = [span for span in rest if known(draft.own[slice(*span)])]
    if again:
        yield _found(draft, again, tuple(spans), is_identity=False)
    if only := [kind for kind in asked if kind not in again]:
        yield _found(draft, only, tuple(to_be_sure), is_identity=True)


def _said_to_be_sure(draft: Draft, every: list[Span]) -> list[Span]:
    """Give each sentence that says it is to make sure who is there, with the one behind it."""
    sure = [at for at, span in enumerate(every) if _IDENTITY.search(draft.seen[slice(*span)])]
    return [every[at] for at in sorted({place for at in sure for place in (at, at + 1)}) if at < len(every)]


def _found(draft: Draft, kinds: list[str], spans: tuple[Span, ...], *, is_identity: bool) -> Finding:
    known = {kind: list(draft.facts[kind]) for kind in kinds}
    if is_identity:
        message = _("This letter asks for what the file already says, to make sure who is there.")
        return Finding("asks_what_we_know", "hint", message, spans, facts={"known": known, "identity": True})
    message = _("This letter asks for something that the file already says.")
    advice = _("Use what is there, or ask whether it is still right.")
    return Finding("asks_what_we_know", "warn", message, spans, advice, facts={"known": known, "identity": False})
