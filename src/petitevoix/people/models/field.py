"""Custom fields: what a house wants to know besides of a case, a person or an organisation."""

import math
import re
from collections.abc import Iterable
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from petitevoix.kit.text import one_line, storable
from petitevoix.people.models.advisor import Team
from petitevoix.people.refusals import WrongValue

KEY = re.compile(r"[a-z][a-z0-9_]{0,39}")
LONGEST = 500
LONGEST_CHOICE = 80
LARGEST = 10**15  # beyond it, a number of JSON is no longer exact


class FieldQuerySet(models.QuerySet["Field"]):
    def of(self, target: str) -> "FieldQuerySet":
        """Fields of one noun that are in use, in their order."""
        return self.filter(target=target, is_archived=False)


class Field(models.Model):
    """One thing a house writes down of each case, person or organisation."""

    class Target(models.TextChoices):
        CASE = "case"
        PERSON = "person"
        ORGANISATION = "organisation"

    class Kind(models.TextChoices):
        TEXT = "text"
        NUMBER = "number"
        DATE = "date"
        CHOICE = "choice"
        YES_NO = "yes-no"
        LINK = "link"

    target = models.CharField(max_length=12, choices=Target.choices)
    key = models.CharField(max_length=40)  # its name for programs; it never changes
    label_fr = models.CharField(max_length=80, blank=True)  # one of the two may be empty: the other is read for both
    label_en = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.TEXT)
    choices = models.JSONField(default=list)  # of a choice: its words
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="+")  # only asked in its cases
    position = models.PositiveSmallIntegerField(default=0)
    is_archived = models.BooleanField(default=False)  # what was written stays; nobody is asked any more

    objects = FieldQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["target", "key"], name="pv_people_one_key")]

    def __str__(self) -> str:
        return f"{self.target}.{self.key}"

    @property
    def label(self) -> str:
        """What it is called, in the language of who reads."""
        ours, other = (
            (self.label_fr, self.label_en)
            if (get_language() or "").startswith("fr")
            else (self.label_en, self.label_fr)
        )
        return ours or other or self.key

    def read(self, written: Any) -> Any:
        """Read a value as it was typed or sent, or None where it is taken away. Raises WrongValue."""
        if written is None or (isinstance(written, str) and not written.strip()):
            return None
        read = {
            self.Kind.TEXT: self._text, self.Kind.NUMBER: self._number, self.Kind.DATE: self._date,
            self.Kind.CHOICE: self._choice, self.Kind.YES_NO: self._yes_no, self.Kind.LINK: self._link,
        }[self.Kind(self.kind)]  # fmt: skip
        return read(written)

    def _wrong(self, sentence: str) -> WrongValue:
        return WrongValue(sentence % {"label": self.label}, self.key)

    def _text(self, written: Any) -> str:
        if not isinstance(written, str) or len(written) > LONGEST:
            raise self._wrong(_("“%(label)s” is a text of at most 500 characters."))
        return one_line(storable(written), LONGEST)

    def _number(self, written: Any) -> int | float:
        if isinstance(written, str):
            typed = re.sub(r"[\s\u00a0\u202f]", "", written).replace(",", ".").replace("−", "-")
            written = float(typed) if re.fullmatch(r"[-+]?[0-9]{1,15}(\.[0-9]{1,9})?", typed) else None
        if isinstance(written, bool) or not isinstance(written, int | float) or not abs(written) < LARGEST:
            raise self._wrong(_("“%(label)s” is a number."))
        return int(written) if math.floor(written) == written else written

    def _date(self, written: Any) -> str:
        try:
            if not isinstance(written, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written.strip()):
                raise ValueError
            return date.fromisoformat(written.strip()).isoformat()
        except ValueError:
            raise self._wrong(_("“%(label)s” is a day, such as 2026-11-22.")) from None

    def _choice(self, written: Any) -> str:
        if not isinstance(written, str) or written not in self.choices:
            raise self._wrong(_("“%(label)s” is one of the words to choose from."))
        return written

    def _yes_no(self, written: Any) -> bool:
        said = {"yes": True, "no": False, True: True, False: False}
        if not isinstance(written, str | bool) or written not in said:
            raise self._wrong(_("“%(label)s” is yes or no."))
        return said[written]

    def _link(self, written: Any) -> str:
        typed = written.strip() if isinstance(written, str) else ""
        try:
            parts = urlsplit(typed)
            good = parts.scheme in {"http", "https"} and bool(parts.hostname)
        except ValueError:
            good = False
        if not good or len(typed) > LONGEST or re.search(r"[\s\x00-\x1f\ud800-\udfff]", typed):
            raise self._wrong(_("“%(label)s” is a web address that begins with https:// or http://."))
        return typed


def read_all(fields: Iterable[Field], known: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """Give what is known once the given values are written over it; what is not given stays. Raises WrongValue."""
    by_key = {field.key: field for field in fields}
    values = dict(known)
    for key, written in given.items():
        if key not in by_key:
            unknown = _("There is no field “%(key)s” here.") % {"key": one_line(storable(str(key)), 60)}
            raise WrongValue(unknown, str(key), is_unknown=True)
        value = by_key[key].read(written)
        values[key] = value
        if value is None:
            del values[key]
    return values
