"""Twins: two persons who may be one, and what says so."""

from django.db import models
from django.db.models import F, Q

from petitevoix.kit import clock
from petitevoix.people.models.advisor import Advisor
from petitevoix.people.models.person import Person


class Trait(models.Model):
    """What a person might share with another and only they: found by index, never by reading everybody."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="traits")
    value = models.CharField(max_length=300)  # its kind and the folded words, as in `mail:anaferreira@gmail.com`

    class Meta:
        indexes = [models.Index(fields=["value"], name="pv_people_traits_alike")]
        constraints = [models.UniqueConstraint(fields=["person", "value"], name="pv_people_trait_once")]

    def __str__(self) -> str:
        return self.value


class TwinsQuerySet(models.QuerySet["Twins"]):
    def to_look_at(self) -> "TwinsQuerySet":
        """Pairs that nobody has judged yet, of persons who are still two."""
        return self.filter(apart_at=None, one__merged_into=None, other__merged_into=None)

    def of(self, person: Person) -> "TwinsQuerySet":
        return self.filter(pk__in=self.model.objects.filter(one=person).values("pk").union(
            self.model.objects.filter(other=person).values("pk")))  # fmt: skip


class Twins(models.Model):
    """Two persons who may be one."""

    one = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")  # whom we met first
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    because = models.CharField(max_length=12)  # the kind of trait they share
    found_at = models.DateTimeField(default=clock.now)
    apart_at = models.DateTimeField(null=True)  # somebody said that they are two
    apart_by = models.ForeignKey(Advisor, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = TwinsQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["-id"], name="pv_people_twins_open", condition=Q(apart_at__isnull=True))]
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="pv_people_twins_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="pv_people_twins_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.one} and {self.other}"
