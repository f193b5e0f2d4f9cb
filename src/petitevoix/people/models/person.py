"""Persons, who ask, and the addresses they write from."""

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils.functional import cached_property

from petitevoix.kit import clock, ids
from petitevoix.kit.prepared import Prepared, insert
from petitevoix.kit.text import one_line
from petitevoix.people.models.organisation import Organisation, join_by_domain


class PersonQuerySet(models.QuerySet["Person"]):
    def at(self, email: str) -> "PersonQuerySet":
        """The person who writes from this address, if anybody does."""
        return self.filter(addresses__kind=Address.Kind.EMAIL, addresses__value=normal(email))

    def holding(self, token: str) -> "PersonQuerySet":
        """The person a signed link was made for; nobody where the signature is not ours."""
        number, _, signature = token.partition("-")
        if not number.isdecimal() or len(number) > 15:
            return self.none()
        person = self.filter(pk=int(number)).first()
        if person is None or not ids.signed("person", person._link_words, signature, settings.SECRET_KEY):
            return self.none()
        # A link that was sent before two were found to be one person opens the page of that person.
        return self.filter(pk=person.merged_into_id or person.pk)

    def living(self) -> "PersonQuerySet":
        """Persons as we know them today: not those that were found to be somebody else."""
        return self.filter(merged_into=None)


_Manager = models.Manager.from_queryset(PersonQuerySet)


class PersonManager(_Manager["Person"]):
    def meet(self, email: str, *, name: str = "", language: str = "") -> "Person":
        """Find the person who writes from this address, or make their acquaintance; a missing name is learnt.

        Call it in a transaction; two letters at once from a new address give one person.
        """
        if not normal(email):  # nobody's address: two letters without a sender are not one person's
            return insert(Person(name=one_line(name, 120), language=language))
        person = next(iter(_at(normal(email))), None) or self._new(email, one_line(name, 120), language)
        if name and not person.name:
            person.name = one_line(name, 120)
            person.save(update_fields=["name"])
        return person

    def _new(self, email: str, name: str, language: str) -> "Person":
        try:
            with transaction.atomic():
                person = insert(Person(name=name, language=language))
                insert(Address(person=person, kind=Address.Kind.EMAIL, value=normal(email)))
                person_met(person, normal(email))
        except IntegrityError:  # somebody else was quicker
            return self.at(email).get()
        return person


class Person(models.Model):
    """Anyone who asks; never needs an account or a number."""

    class Way(models.TextChoices):
        EMAIL = "email"
        PHONE = "phone"
        FACE = "face"
        POST = "post"

    name = models.CharField(max_length=120, blank=True)  # the one they chose: what they are called
    legal_name = models.CharField(max_length=120, blank=True)  # or any other they go by on paper
    language = models.CharField(max_length=5, blank=True)  # the one they write in; "" until known
    preferred_language = models.CharField(max_length=5, blank=True)  # the one they want to be written to in
    reached_by = models.CharField(max_length=5, choices=Way.choices, blank=True)  # how they like to be reached
    reached_when = models.CharField(max_length=200, blank=True)  # and when, in their words
    organisation = models.ForeignKey(
        Organisation, on_delete=models.SET_NULL, null=True, blank=True, related_name="members"
    )
    sees_shared = models.BooleanField(default=False)  # one of the named members, where only those see its cases
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    link_epoch = models.PositiveIntegerField(default=0)  # one more, and every link sent so far stops working
    met_at = models.DateTimeField(default=clock.now)
    fields = models.JSONField(default=dict)  # custom fields, by key

    objects = PersonManager()

    class Meta:
        indexes = [models.Index(fields=["name"], name="pv_people_by_name")]

    def __str__(self) -> str:
        return self.name or self.email or f"{self.pk}"

    @property
    def actor(self) -> str:
        return f"person:{self.pk}"

    @cached_property
    def email(self) -> str:
        """The address we write to: the first one we know, or nothing."""
        if "addresses" not in getattr(self, "_prefetched_objects_cache", {}):
            return next((value for (value,) in _emails(self.pk or 0)), "")
        emails = (address.value for address in self.addresses.all() if address.kind == Address.Kind.EMAIL)
        return next(emails, "")

    @property
    def spoken(self) -> str:
        """The language we write to them in, or nothing where each case has its own."""
        return self.preferred_language or self.language

    @property
    def token(self) -> str:
        """What a signed link to this person's page carries."""
        return f"{self.pk}-{ids.sign('person', self._link_words, settings.SECRET_KEY)}"

    @property
    def _link_words(self) -> str:
        return f"{self.pk}:{self.link_epoch}"


class Address(models.Model):
    """One way to reach a person."""

    class Kind(models.TextChoices):
        EMAIL = "email"
        PHONE = "phone"

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="addresses")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.EMAIL)
    value = models.CharField(max_length=254)  # as `normal` writes it; a number in its international form
    position = models.SmallIntegerField(default=0)  # the least is the first, which we write to

    class Meta:
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["kind", "value"], name="pv_people_by_address")]
        constraints = [
            # A household shares its telephone; what is written from one address is one person's.
            models.UniqueConstraint(fields=["kind", "value"], name="pv_people_one_holder", condition=Q(kind="email")),
            models.UniqueConstraint(fields=["person", "kind", "value"], name="pv_people_known_once"),
        ]

    def __str__(self) -> str:
        return self.value


_emails = Prepared(
    lambda person: Address.objects.filter(person_id=person, kind=Address.Kind.EMAIL).values_list("value")[:1], int
)


def normal(email: str) -> str:
    """Write an e-mail address in the one form we compare: trimmed, lower case, its domain in ASCII."""
    local, at, domain = email.strip().strip("<>").lower().rpartition("@")
    if not domain.isascii():
        try:
            domain = domain.encode("idna").decode()
        except UnicodeError:
            pass
    return f"{local}{at}{domain}"[:254]


class Note(models.Model):
    """What staff know of a person and no case holds: with its author and its moment."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notes")
    by = models.ForeignKey("pv_people.Advisor", on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    at = models.DateTimeField(default=clock.now)
    is_pinned = models.BooleanField(default=False)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person", "-id"], name="pv_people_notes")]

    def __str__(self) -> str:
        return self.words


def person_met(person: Person, email: str) -> None:
    """See to what a new acquaintance brings with it, in the caller's transaction."""
    from petitevoix.people.likeness import look_for_twins  # which knows persons

    look_for_twins.enqueue(person_id=person.pk)
    organisation = join_by_domain(email)
    if organisation is not None:
        person.organisation = organisation
        person.save(update_fields=["organisation"])


_at = Prepared(lambda email: Person.objects.at(email), str)
