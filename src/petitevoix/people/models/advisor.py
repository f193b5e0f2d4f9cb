"""Advisors, who answer, and the teams they share a queue with."""

from datetime import date

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from petitevoix.hours.week import Hours, read_hours
from petitevoix.kit import clock

RETURNS_AFTER = 16  # working hours, where no team says otherwise
SAME_WITHIN = 4  # working hours in which who answered before is asked first


class TeamQuerySet(models.QuerySet["Team"]):
    def visible_to(self, advisor: "Advisor") -> "TeamQuerySet":
        """Teams whose cases this advisor may see: all but the private teams of others; leads and admins see all."""
        if advisor.sees_all:
            return self
        return self.filter(Q(is_private=False) | Q(members=advisor)).distinct()


class Team(models.Model):
    """Advisors who share a queue."""

    class Owner(models.TextChoices):
        """How a new case finds its owner."""

        NOBODY = "nobody"  # it waits until somebody takes it
        TURN = "turn"  # those who are here, one after another, as far as the pace each agreed on allows

    name = models.CharField(max_length=80, unique=True)
    is_private = models.BooleanField(default=False)  # only its members see its cases
    hours = models.JSONField(null=True)  # as `Hours.kept` writes them; without any, those of the house
    # Working hours without a sign of its owner after which a case that waits on us is the team's again.
    returns_after_hours = models.PositiveSmallIntegerField(default=RETURNS_AFTER)
    finds_owner = models.CharField(max_length=6, choices=Owner.choices, default=Owner.NOBODY)
    same_within_hours = models.PositiveSmallIntegerField(default=SAME_WITHIN)  # 0: who answered before is not asked
    last_in_turn = models.ForeignKey(
        "Advisor", on_delete=models.SET_NULL, null=True, db_index=False, related_name="+"
    )  # the turn goes on behind them; it counts nothing

    objects = TeamQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


def hours_of(team: Team | None) -> Hours:
    """Give the hours in which a team works; those of the house where it keeps none, or there is no team."""
    return read_hours(team.hours if team else None)


class AdvisorManager(BaseUserManager["Advisor"]):
    def get_by_natural_key(self, email: str | None) -> "Advisor":
        return self.get(email__iexact=email)

    def active(self) -> models.QuerySet["Advisor"]:
        return self.filter(is_active=True)

    def away_on(self, day: date) -> models.QuerySet["Advisor"]:
        """Who is absent on a day."""
        return self.filter(away_from__lte=day, away_until__gte=day)


def told_by_default() -> list[str]:
    """What an advisor has a letter about who has said nothing else."""
    return ["mentions", "handed"]


class Advisor(AbstractBaseUser):
    """A member of staff: someone who answers, leads a team, or runs the house."""

    class Role(models.TextChoices):
        ADVISOR = "advisor"
        LEAD = "lead"
        MAKER = "maker"
        KEEPER = "keeper"
        ADMIN = "admin"

    class Presence(models.TextChoices):
        """What advisors say of themselves; nothing is inferred, and what was said before is kept nowhere."""

        HERE = "here"
        WRITING = "writing"  # only
        RESEARCH = "research"  # nothing new comes to them
        PAUSE = "pause"
        AWAY = "away"

    class Afterwards(models.TextChoices):
        """What comes when an answer has left."""

        STAY = "stay"  # in the case
        NEXT = "next"  # case of the list one came from
        LIST = "list"

    class ToldOf(models.TextChoices):
        """What an advisor may have a letter about."""

        MENTIONS = "mentions"
        HANDED = "handed"  # a case that somebody gave them
        MINE = "mine"  # words of a person in a case of theirs
        FOLLOWED = "followed"  # and in one that they follow

    class Signs(models.TextChoices):
        """How persons read who answers them."""

        FIRST = "first"  # first name
        ALIAS = "alias"
        TEAM = "team"

    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.ADVISOR)
    language = models.CharField(max_length=5, default="fr")
    is_active = models.BooleanField(default=True)
    teams = models.ManyToManyField(Team, related_name="members", blank=True)
    joined_at = models.DateTimeField(default=clock.now)
    away_from = models.DateField(null=True)  # first and last day of an absence, told beforehand or on the day
    away_until = models.DateField(null=True)
    substitute = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="+")  # named for it

    afterwards = models.CharField(max_length=4, choices=Afterwards.choices, default=Afterwards.STAY)
    presence = models.CharField(max_length=8, choices=Presence.choices, default=Presence.HERE)
    presence_until = models.DateTimeField(null=True)  # from then on they are here again

    helps = models.ForeignKey(Team, on_delete=models.SET_NULL, null=True, db_index=False, related_name="+")
    helps_until = models.DateTimeField(null=True)  # till then they lend this team a hand, as they themselves said

    told_of = models.JSONField(default=told_by_default)  # what they want a letter about, of `ToldOf`
    # What persons read of them. It is theirs alone: nobody else sets or changes any of it.
    first_name = models.CharField(max_length=60, blank=True)  # else the first word of their name
    alias = models.CharField(max_length=60, blank=True)
    signs_as = models.CharField(max_length=5, choices=Signs.choices, default=Signs.FIRST)
    is_introduced = models.BooleanField(default=False)  # they agreed to one line about them
    since_year = models.PositiveSmallIntegerField(null=True)  # they have answered since, as they say
    is_asked_again = models.BooleanField(default=False)  # they agreed that persons they answered may wait for them

    # The private teams of others, where a door has read them for the length of one request; None: ask the database.
    hidden_teams: tuple[int, ...] | None = None

    objects = AdvisorManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def is_away_on(self, day: date) -> bool:
        """Tell whether they are absent on a day."""
        return bool(self.away_from and self.away_until and self.away_from <= day <= self.away_until)

    @property
    def present_as(self) -> str:
        """What they say of their presence, as long as they said it for."""
        is_over = self.presence_until and self.presence_until <= clock.now()
        return self.Presence.HERE if is_over else self.presence

    @property
    def takes_new_cases(self) -> bool:
        """Tell whether what is new may be brought to them."""
        return self.present_as in {self.Presence.HERE, self.Presence.WRITING}

    @property
    def helping(self) -> int | None:
        """Give the team they lend a hand to just now, if any."""
        return self.helps_id if self.helps_until and self.helps_until > clock.now() else None

    @property
    def actor(self) -> str:
        return f"advisor:{self.pk}"

    def signed(self, how: str = "") -> str:
        """Give what persons read under their words: first name or alias; nothing where the team signs."""
        return public_name(self.name, self.first_name, self.alias, how or self.signs_as)

    def may_hold(self, team: Team | None) -> bool:
        """Tell whether a case of this team may be theirs: they answer, and see its cases."""
        if not (self.is_active and self.answers):
            return False
        return not team or not team.is_private or self.sees_all or self.teams.filter(pk=team.pk).exists()

    def may_share_with(self, team: Team) -> bool:
        """Tell whether what they keep may be shared with a team: one of theirs, or any for who leads."""
        return self.sees_all or self.teams.filter(pk=team.pk).exists()

    @property
    def sees_all(self) -> bool:
        """Leads and admins see the cases of every team."""
        return self.role in {self.Role.LEAD, self.Role.ADMIN}

    @property
    def answers(self) -> bool:
        """Makers and keepers read; advisors, leads and admins also answer."""
        return self.role in {self.Role.ADVISOR, self.Role.LEAD, self.Role.ADMIN}

    @property
    def runs_the_house(self) -> bool:
        """Admins change mailboxes, teams and accounts."""
        return self.role == self.Role.ADMIN


def public_name(name: str, first_name: str, alias: str, how: str) -> str:
    """Give the name that persons read; who signs as the team, or by an alias they have withdrawn, shows none."""
    if how == Advisor.Signs.ALIAS:
        return alias
    return "" if how == Advisor.Signs.TEAM else first_name or name.split(" ")[0]
