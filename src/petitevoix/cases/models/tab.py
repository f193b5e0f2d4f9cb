"""The tab: a case that an advisor has open, until they close it, on whatever machine they sit."""

from django.db import models
from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q

from petitevoix.cases.models.attachment import Draft
from petitevoix.cases.models.case import Case, seen_by
from petitevoix.kit import clock
from petitevoix.people.models import Advisor

MOST = 12  # what one can keep in mind; beyond it a rail is a list


class TabQuerySet(models.QuerySet["Tab"]):
    def of(self, advisor: int) -> "TabQuerySet":
        """The tabs of an advisor in the order they were opened, with what is new in them and what is begun there."""
        begun = Draft.objects.filter(case=OuterRef("case"), advisor_id=advisor).exclude(words="")
        is_new = ExpressionWrapper(Q(case__changed_at__gt=F("seen_at")), BooleanField())
        mine = self.filter(advisor_id=advisor, case__joined_into=None)
        return mine.annotate(is_new=is_new, has_words=Exists(begun)).order_by("opened_at", "id")

    def shown_to(self, advisor: Advisor) -> "TabQuerySet":
        """The tabs of an advisor whose cases they may see."""
        return self.of(advisor.pk).filter(seen_by(advisor, "case__"))


class Tab(models.Model):
    # Without a constraint: PostgreSQL checks one as the opening is committed, which holds the end of the log by then,
    # and would wait for whoever changes the case, and who may be waiting for the log.
    advisor = models.ForeignKey(Advisor, on_delete=models.CASCADE, db_constraint=False, related_name="tabs")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_constraint=False, related_name="+")
    opened_at = models.DateTimeField(default=clock.now)
    seen_at = models.DateTimeField(default=clock.now)  # when its advisor last looked

    objects = TabQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["advisor", "case"], name="pv_cases_one_tab")]

    def __str__(self) -> str:
        return f"{self.advisor}: {self.case}"
