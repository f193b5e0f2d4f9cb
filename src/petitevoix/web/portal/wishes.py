"""What somebody may want of a request: three ways, none of them better. It says nothing about who asks."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from petitevoix.cases.models import Case


@dataclass(frozen=True)
class Wish:
    key: str
    name: str
    sentence: str  # what we then do
    chosen: str  # as it is told once it is chosen


def wishes() -> list[Wish]:
    """The three ways, in the language of this moment."""
    return [
        Wish(
            Case.Wish.FIX, _("Fix it"), _("We see to it, and tell you when it is done."), _("You asked us to fix it.")
        ),
        Wish(
            Case.Wish.EXPLAIN,
            _("Explain it to me"),
            _("We tell you what happens, and why."),
            _("You asked us to explain it."),
        ),
        Wish(
            Case.Wish.TEACH,
            _("Let me do it"),
            _("We show you the steps, and you do them."),
            _("You asked to do it yourself, with our help."),
        ),
    ]


def said(wish: str) -> str:
    """Tell a person what they wished for; nothing where they chose nothing."""
    return next((one.chosen for one in wishes() if one.key == wish), "")
