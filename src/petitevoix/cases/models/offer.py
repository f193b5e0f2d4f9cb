"""The offer: a case held out to an advisor, who may take it or leave it, and the case keeps its place all the while."""

from django.db import models
from django.db.models import Q

from petitevoix.cases.models.case import Case, seen_by
from petitevoix.kit import clock
from petitevoix.kit.prepared import Prepared
from petitevoix.people.models import Advisor


class OfferQuerySet(models.QuerySet["Offer"]):
    def standing(self) -> "OfferQuerySet":
        """Offers that can be taken: not left, of a case that waits for an owner."""
        waits = Q(case__state=Case.State.OPEN, case__advisor=None, case__joined_into=None)
        return self.filter(waits, left=False).exclude(choice=Offer.Choice.FIRST)

    def same(self, case: Case) -> "Offer | None":
        """The offer of a case to who has answered its person before, whatever became of it."""
        return next(iter(_to_the_same(case.pk)), None)

    def to(self, advisor: Advisor) -> "OfferQuerySet":
        """What is held out to an advisor, the longest waiting first."""
        seen = self.standing().filter(seen_by(advisor, "case__"), advisor=advisor)
        return seen.select_related("case", "case__person").order_by("case__waiting_since", "id")


class Offer(models.Model):
    class Because(models.TextChoices):
        SAME = "same"  # they have answered this person before
        STRENGTH = "strength"  # they say that they are good at it
        TURN = "turn"  # it was their turn

    class Choice(models.TextChoices):
        SAME = "same"  # wait for them
        FIRST = "first"  # whoever is free first

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="offers")
    advisor = models.ForeignKey(Advisor, on_delete=models.CASCADE, related_name="+")
    because = models.CharField(max_length=8, choices=Because.choices)
    word = models.CharField(max_length=60, blank=True)  # the strength it is for
    until = models.DateTimeField(null=True)  # who answered before is asked first so long
    choice = models.CharField(max_length=5, choices=Choice.choices, blank=True)  # the person's own; else as agreed
    left = models.BooleanField(default=False)  # it stands no longer: time passed, or they would rather not

    objects = OfferQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["until"], name="pv_cases_offers_over", condition=Q(until__isnull=False)),
        ]
        constraints = [models.UniqueConstraint(fields=["case", "advisor"], name="pv_cases_one_offer")]

    @property
    def waits(self) -> bool:
        """Tell whether who has answered before is still asked first."""
        in_time = self.until is not None and self.until > clock.now()
        return in_time and not self.left and self.choice != self.Choice.FIRST

    def __str__(self) -> str:
        return f"{self.case} for {self.advisor}"


_to_the_same = Prepared(
    lambda case: (
        Offer.objects.filter(case_id=case, because=Offer.Because.SAME).select_related("advisor").order_by("id")[:1]
    ),
    int,
)
