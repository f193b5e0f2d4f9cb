"""The closure: the record that ends a case, for as long as it stays ended."""

from django.db import models
from django.db.models import F
from django.utils import translation
from django.utils.translation import gettext as _

from petitevoix.cases.models.case import Case
from petitevoix.kit import clock
from petitevoix.people.models import Advisor


class Closure(models.Model):
    """What it was, what was done, how to avoid it, whose fault; where it was ours, what we owe besides."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="closures")
    what_it_was = models.TextField()
    what_was_done = models.TextField()
    how_to_avoid = models.TextField(blank=True)  # or do it oneself
    whose_fault = models.CharField(max_length=6, choices=Case.Fault.choices, blank=True)
    acknowledgment = models.TextField(blank=True)
    repair = models.TextField(blank=True)
    what_changes = models.TextField(blank=True)
    by = models.ForeignKey(Advisor, on_delete=models.PROTECT, null=True, related_name="+")  # none: nobody wrote back
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = [F("id").desc()]

    def __str__(self) -> str:
        return f"{self.case}: {self.what_was_done}"

    @property
    def parts(self) -> list[tuple[str, str]]:
        """The record as it is read, each part with its heading in the language of this moment; what we own up to has
        none: it comes first, in our own words. A case that closes for want of an answer has nothing to head."""
        if self.by_id is None:
            return [("", self.what_it_was), ("", self.what_was_done)]
        parts = [
            ("", self.acknowledgment),
            (_("What it was"), self.what_it_was),
            (_("What was done"), self.what_was_done),
            (_("How we put it right for you"), self.repair),
            (_("What changes from now on"), self.what_changes),
            (_("How to avoid it, or do it yourself"), self.how_to_avoid),
        ]
        return [(heading, words) for heading, words in parts if words]

    @property
    def words(self) -> str:
        """The record as it is sent: Markdown, in sections, in the person's language."""
        with translation.override(self.case.spoken):
            parts = self.parts
        return "\n\n".join(f"**{heading}**\n\n{words}" if heading else words for heading, words in parts)
