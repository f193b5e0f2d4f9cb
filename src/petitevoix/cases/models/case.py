"""The case: one matter of one person."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Q, Subquery
from django.utils.translation import gettext as _

from petitevoix.cases.models.keyset import behind
from petitevoix.cases.models.tally import Bucket, Place, Rest, Tally, hidden_teams
from petitevoix.cases.refusals import Refused
from petitevoix.hours.week import Hours
from petitevoix.kit import clock, ids
from petitevoix.kit.prepared import Prepared, insert, update
from petitevoix.people.models import Advisor, Person, Team
from petitevoix.people.models.advisor import hours_of


class CaseQuerySet(models.QuerySet["Case"]):
    def visible_to(self, advisor: Advisor) -> "CaseQuerySet":
        """Cases this advisor may see: all but those of private teams that are not theirs."""
        if advisor.sees_all or advisor.hidden_teams == ():
            return self
        hidden = advisor.hidden_teams or hidden_teams(advisor)
        return self.filter(Q(team=None) | ~Q(team__in=hidden) | Q(advisor=advisor))

    def of(self, person: Person) -> "CaseQuerySet":
        """Cases of a person: their own, and those they take part in."""
        # A union, for with an OR here PostgreSQL reads every case there is.
        own, others = Case.objects.filter(person=person), Participant.objects.filter(person=person)
        return self.filter(pk__in=own.values("pk").union(others.values("case")))

    def standing(self) -> "CaseQuerySet":
        """Cases that stand for themselves: none that was joined to another."""
        return self.filter(joined_into=None)

    def open(self) -> "CaseQuerySet":
        return self.filter(state=Case.State.OPEN)

    def without_spam(self) -> "CaseQuerySet":
        return self.exclude(state=Case.State.SPAM)

    def snoozed(self) -> "CaseQuerySet":
        """Cases that wait on us and are set aside until a time."""
        return self.open().filter(snoozed_until__isnull=False)

    def longest_first(self) -> "CaseQuerySet":
        return self.order_by("waiting_since", "id")

    def waiting_longest_first(self) -> "CaseQuerySet":
        """Cases that wait on us and are not set aside, the longest waiting first, whatever the channel."""
        return self.open().filter(snoozed_until=None).longest_first()

    def after(self, waiting_since: datetime | Subquery, pk: int) -> "CaseQuerySet":
        """The rest of `waiting_longest_first` behind one row (keyset paging)."""
        return behind(self, "waiting_since", waiting_since, pk)

    def before(self, waiting_since: datetime | Subquery, pk: int) -> "CaseQuerySet":
        """What comes before one row in `waiting_longest_first`, the nearest first."""
        ahead = self.filter(waiting_since__lte=waiting_since).order_by("-waiting_since", "-id")
        return ahead.filter(Q(waiting_since__lt=waiting_since) | Q(waiting_since=waiting_since, pk__lt=pk))

    def held_by(self, advisor: Advisor) -> "CaseQuerySet":
        return self.filter(advisor=advisor)

    def unassigned(self) -> "CaseQuerySet":
        return self.filter(advisor=None)

    def of_team(self, team: Team | int) -> "CaseQuerySet":
        return self.filter(team=team)

    def locked(self, pk: int) -> "Case":
        """Get a case, with its person and team, that nobody else changes before this transaction ends.

        Raises Refused for one that was joined to another: what was meant for it must not be lost in it.
        """
        case = self._locked(pk)
        if case.joined_into_id:
            raise Refused(
                _("This case has been joined to %(reference)s; go on there.") % {"reference": case.present.reference}
            )
        return case

    def locked_where_it_goes_on(self, pk: int) -> "Case":
        """Get a case, or the one it was joined to, that nobody else changes before this transaction ends."""
        case = self._locked(pk)
        return self.locked_where_it_goes_on(case.joined_into_id) if case.joined_into_id else case

    def _locked(self, pk: int) -> "Case":
        for case in _locked(pk):
            return case
        raise Case.DoesNotExist


class Case(models.Model):
    class State(models.TextChoices):
        OPEN = "open"  # waits on us
        PENDING = "pending"  # waits on the person
        HELD = "held"  # a third party holds a part
        WATCHED = "watched"  # under observation until a date
        CLOSED = "closed"
        SPAM = "spam"  # set aside: no person waits, as far as we know; see `spam.py`

    class Wish(models.TextChoices):
        """What the person wants of this request; it belongs to the request and says nothing about them."""

        FIX = "fix"
        EXPLAIN = "explain"
        TEACH = "do"  # let me do it

    class Fault(models.TextChoices):
        OURS = "ours"
        OTHER = "other"  # a third party's
        PERSON = "person"
        NOBODY = "nobody"

    reference = models.CharField(max_length=12, unique=True, default=ids.new_reference)
    title = models.CharField(max_length=200)  # the person's own words
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="cases")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="cases")
    advisor = models.ForeignKey(Advisor, on_delete=models.PROTECT, null=True, related_name="cases")
    channel = models.CharField(max_length=20)  # the one it came by first
    door = models.CharField(max_length=254, blank=True)  # our address on that channel
    language = models.CharField(max_length=5, blank=True)
    first_words = models.CharField(max_length=240, blank=True)  # what the person said last, for the list
    opened_at = models.DateTimeField(default=clock.now)
    waiting_since = models.DateTimeField(null=True)  # the oldest words of the person we have not answered
    news_due_at = models.DateTimeField(null=True)  # when the person will next hear from us
    wish = models.CharField(max_length=7, choices=Wish.choices, blank=True)
    fault = models.CharField(max_length=6, choices=Fault.choices, blank=True)  # whose it is, as far as we know
    tags = models.JSONField(default=list, blank=True)  # numbers; a list of cases shows them without asking again
    # Asked before a signature: what we answer is a commitment, and the contract it led to says where it can be read.
    before_signing = models.BooleanField(default=False)
    contract = models.CharField(max_length=80, blank=True)
    # Begun on our pages and left before it was sent, by somebody who asked to be written to once: until they write.
    left_unsent = models.BooleanField(default=False)
    snoozed_until = models.DateTimeField(null=True)  # set aside until then, while it waits on us
    missed_at = models.DateTimeField(null=True)  # the person said that our last answer missed
    changed_at = models.DateTimeField(default=clock.now)
    # When its owner will have been silent for too long, as far as was seen; their signs can only put it off.
    silent_at = models.DateTimeField(null=True)
    returned_from = models.ForeignKey(Advisor, on_delete=models.SET_NULL, null=True, db_index=False, related_name="+")
    signing = models.JSONField(default=dict)  # how advisors sign here, by number; else each as they chose for all
    # Joined to another, it goes on there; its reference, its links and what answers its letters lead to that one.
    joined_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="stubs")
    fields = models.JSONField(default=dict)  # custom fields, by key; written whole, never in place

    objects = CaseQuerySet.as_manager()

    class Meta:
        indexes = [
            # Today, by who it waits for; each covers its order so that a page is one short range.
            models.Index(fields=["waiting_since", "id"], name="pv_cases_waiting", condition=Q(state="open")),
            models.Index(fields=["advisor", "waiting_since", "id"], name="pv_cases_mine", condition=Q(state="open")),
            models.Index(fields=["team", "waiting_since", "id"], name="pv_cases_team", condition=Q(state="open")),
            models.Index(fields=["snoozed_until"], name="pv_cases_snoozed", condition=Q(snoozed_until__isnull=False)),
            models.Index(
                fields=["silent_at", "id"], name="pv_cases_silent", condition=Q(state="open", advisor__isnull=False)
            ),
            models.Index(fields=["returned_from"], name="pv_cases_returned", condition=Q(returned_from__isnull=False)),
            models.Index(fields=["state", "-id"], name="pv_cases_state"),
            models.Index(fields=["person", "-id"], name="pv_cases_person"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", waiting_since__isnull=False) | ~Q(state="open"), name="pv_cases_open_waits"
            ),
            models.CheckConstraint(
                condition=Q(joined_into__isnull=True) | Q(state="closed"), name="pv_cases_joined_is_at_rest"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    @property
    def topic(self) -> str:
        return f"case:{self.pk}"

    @property
    def present(self) -> "Case":
        """The case it goes on in: itself, or the one it was joined to."""
        return self.joined_into.present if self.joined_into else self

    @property
    def hours(self) -> Hours:
        """When those work who answer it: its team's hours, else those of the house."""
        return hours_of(self.team)

    @property
    def spoken(self) -> str:
        """The language we write to its person in."""
        return self.person.spoken or self.language or "fr"

    def signed(self, advisor: Advisor | None) -> str:
        """Give the name an advisor has for the person of this case; nothing where the team signs."""
        return advisor.signed(self.way_to_sign(advisor)) if advisor else ""

    def way_to_sign(self, advisor: Advisor | None) -> str:
        """Give how an advisor signs here: as they chose for this case, else for all."""
        return self.signing.get(str(advisor.pk), advisor.signs_as) if advisor else Advisor.Signs.TEAM

    @property
    def reply_token(self) -> str:
        """What our reply address carries: reference and signature, as in `pv7k3f9q-4f2m…`."""
        reference = self.reference.replace("-", "").lower()
        return f"{reference}-{ids.sign('reply', self.reference, settings.SECRET_KEY)}"

    def link_for(self, person: Person) -> str:
        """The address of this case's page, signed for one person."""
        return f"{settings.URL}/me/{person.token}/{self.reference}/"

    def takes_part(self, person: Person) -> bool:
        """Tell whether a person is in this case: theirs, or they were brought in."""
        return person.pk == self.person_id or self.participants.filter(person=person).exists()

    @classmethod
    def open_new(cls, **fields: object) -> "Case":
        """Open a case under a reference nobody has, counted as waiting on us."""
        fields.setdefault("waiting_since", clock.now())
        for _attempt in range(5):
            try:
                with transaction.atomic():
                    case = insert(cls(**fields))
                break
            except IntegrityError:
                if "reference" in fields:
                    raise
        Tally.move(None, case._bucket)
        Rest.move(None, case._place)
        return case

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Save what a block changes and keep the counters true; the case was locked before."""
        before, place, fields = self._bucket, self._place, dict(vars(self))
        yield
        self.changed_at = clock.now()
        # Only what changed: a column that is written has its indexes written too.
        written = [f.name for f in self._meta.concrete_fields if getattr(self, f.attname) != fields.get(f.attname)]
        update(self, written)
        Tally.move(before, self._bucket)
        Rest.move(place, self._place)

    def wait_on_us(self, since: datetime) -> None:
        """The person has the word: whatever the state was, it is open now. Only spam stays until somebody clears it."""
        if self.state == self.State.SPAM:
            return
        if self.state != self.State.OPEN or self.waiting_since is None:
            self.waiting_since = since
        self.state, self.snoozed_until = self.State.OPEN, None

    def rest(self, state: str) -> None:
        """Stop waiting on us: pending, held, watched or closed. Raises ValueError for another state."""
        if state not in set(self.State.values) - {self.State.OPEN}:
            raise ValueError(f"A case does not rest as “{state}”.")
        self.state, self.waiting_since = state, None
        self.snoozed_until, self.returned_from = None, None

    @property
    def _bucket(self) -> Bucket | None:
        waits = self.state == self.State.OPEN and self.snoozed_until is None
        return (self.team_id or 0, self.advisor_id or 0) if waits else None

    @property
    def _place(self) -> Place | None:
        if self._bucket is not None or self.joined_into_id:
            return None
        return (self.team_id or 0, "snoozed" if self.state == self.State.OPEN else self.state)


class Participant(models.Model):
    """Another person in a case: copied on a letter, or somebody who answered one."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="participants")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="participations")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "person"], name="pv_cases_one_part")]

    def __str__(self) -> str:
        return f"{self.person} in {self.case}"


_locked = Prepared(
    lambda pk: Case.objects.select_for_update(of=["self"]).select_related("person", "team").filter(pk=pk), int
)
