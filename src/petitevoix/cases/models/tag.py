"""The tag: a word the team sorts cases by. One that is merged or dropped loses nothing, so that both can be undone."""

from django.db import models

from petitevoix.cases.models.case import Case
from petitevoix.kit.text import one_line, plain, storable


class TagQuerySet(models.QuerySet["Tag"]):
    def in_use(self) -> "TagQuerySet":
        """Tags one can give: neither dropped nor merged into another."""
        return self.filter(stands_for=None, is_dropped=False)

    def called(self, name: str) -> "Tag | None":
        """Find a tag by its name, whatever its case and accents; one that was merged leads to what it stands for."""
        found = self.select_related("stands_for").filter(key=key_of(name)).first()
        return found.stands_for or found if found else None


class Tag(models.Model):
    class Colour(models.TextChoices):
        GREY = "grey"
        BLUE = "blue"
        GREEN = "green"
        YELLOW = "yellow"
        ORANGE = "orange"
        RED = "red"
        PURPLE = "purple"
        BROWN = "brown"

    name = models.CharField(max_length=50)
    key = models.CharField(max_length=60, unique=True)  # its name folded, so that no two differ by an accent
    colour = models.CharField(max_length=8, choices=Colour.choices, default=Colour.GREY)
    stands_for = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="merged")
    is_dropped = models.BooleanField(default=False)

    objects = TagQuerySet.as_manager()

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return self.name


class Tagging(models.Model):
    """One tag on one case."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="taggings")
    tag = models.ForeignKey(Tag, on_delete=models.PROTECT, related_name="taggings")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tag", "case"], name="pv_cases_one_tagging")]

    def __str__(self) -> str:
        return f"{self.tag} on {self.case}"


def key_of(name: str) -> str:
    return plain(storable(name))[:60]


def name_of(name: str) -> str:
    return one_line(storable(name), 50).strip("#, ")
