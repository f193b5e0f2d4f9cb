"""How somebody prefers to be reached: three ways, none better, and why we cannot always."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from petitevoix.people.models import Person
from petitevoix.people.preferring import is_obeyed


@dataclass(frozen=True)
class Way:
    key: str
    name: str


def ways() -> list[Way]:
    """The three ways, in the language of this moment."""
    return [
        Way(Person.Way.EMAIL, _("In writing")),
        Way(Person.Way.PHONE, _("By telephone")),
        Way(Person.Way.FACE, _("Face to face")),
    ]


def chosen(person: Person) -> str:
    """Tell a person what they prefer, or nothing where they left it to us."""
    return {
        "email": _("You prefer to be reached in writing."),
        "phone": _("You prefer to be reached by telephone."),
        "face": _("You prefer to be met face to face."),
        "post": _("You prefer to be reached by post."),
    }.get(person.reached_by, "")


def why_not(person: Person) -> str:
    """Say in one sentence why what they prefer cannot be had."""
    if is_obeyed(person.reached_by):
        return ""
    return _("We can only write by e-mail here for now, so that is how we answer; your wish stays noted.")
