"""The message: words in a case, from the person, from us, or a note among us."""

from datetime import timedelta

from django.db import models
from django.db.models import BooleanField, ExpressionWrapper, Q

from petitevoix.cases.models.case import Case
from petitevoix.cases.models.relay import Relay
from petitevoix.delivery.models import Parcel
from petitevoix.kit import clock
from petitevoix.kit.prepared import Prepared, update
from petitevoix.people.models import Advisor, Person

LATER = timedelta(minutes=2)  # what leaves later than that was given its time by somebody


def is_withheld(message: str = "") -> Q:
    """Ask for words of a blocked person that nobody who leads has read yet; `message` leads there, as `message__`."""
    return Q(**{f"{message}withheld__isnull": False, f"{message}withheld__read_at__isnull": True})


class MessageQuerySet(models.QuerySet["Message"]):
    def told(self) -> "MessageQuerySet":
        """What stands: nothing that was taken back before it left."""
        return self.filter(withdrawn_at=None).order_by("id")

    def between_us_and_the_person(self) -> "MessageQuerySet":
        """What the person may read: their words and ours once the time to take them back is over; never a note."""
        return self.told().exclude(voice=Message.Voice.NOTE).exclude(leaves_at__gt=clock.now())

    def read_by(self, person: Person) -> "MessageQuerySet":
        """What one of several persons may read: of what is withheld, only what they wrote themselves."""
        return self.between_us_and_the_person().filter(~is_withheld() | Q(person=person))

    def let_through(self) -> "MessageQuerySet":
        """What is open to all who may see its case: nothing that somebody who leads is still to read first."""
        return self.filter(~is_withheld())

    def shown_to(self, advisor: Advisor) -> "MessageQuerySet":
        """Messages whose words an advisor who may see their case reads."""
        return self if advisor.sees_all else self.let_through()

    def telling_withheld(self) -> "MessageQuerySet":
        """Read with each whether its words are withheld, as `is_withheld`."""
        return self.annotate(is_withheld=ExpressionWrapper(is_withheld(), output_field=BooleanField()))


class Message(models.Model):
    class Voice(models.TextChoices):
        PERSON = "person"
        US = "us"
        NOTE = "note"  # among us; the person never reads it

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="messages")
    voice = models.CharField(max_length=6, choices=Voice.choices)
    channel = models.CharField(max_length=20)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="messages")
    advisor = models.ForeignKey(Advisor, on_delete=models.PROTECT, null=True, related_name="messages")
    words = models.TextField()  # what is new in it
    rest = models.TextField(blank=True)  # what it quotes, signatures, footers: folded
    html = models.TextField(blank=True)  # as it was drawn, sanitised
    language = models.CharField(max_length=5, blank=True)
    automatic = models.CharField(max_length=20, blank=True)  # written by a machine: auto-reply, list, bounce…
    at = models.DateTimeField(default=clock.now)  # when it reached us, or when we wrote it
    leaves_at = models.DateTimeField(null=True)  # ours: until then it can be taken back
    withdrawn_at = models.DateTimeField(null=True)
    thread_key = models.CharField(max_length=255, blank=True)  # an answer to it names it (e-mail: Message-ID)
    original = models.CharField(max_length=64, blank=True)  # the raw letter, in the store
    sender = models.CharField(max_length=254, blank=True)  # the address it came from
    # Ours: how its writer signed it, and when the person said that they had told us before.
    signed_as = models.CharField(max_length=5, choices=Advisor.Signs.choices, default=Advisor.Signs.FIRST)
    told_twice_at = models.DateTimeField(null=True)
    # A side conversation with a third party, on either side: for the person it is what a note is, and never theirs.
    relay = models.ForeignKey(Relay, on_delete=models.PROTECT, null=True, related_name="messages")
    parcel = models.OneToOneField(Parcel, on_delete=models.PROTECT, null=True, related_name="message")

    objects = MessageQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["case", "id"], name="pv_cases_thread"),
            models.Index(fields=["thread_key"], name="pv_cases_thread_key", condition=~Q(thread_key="")),
        ]

    def __str__(self) -> str:
        return f"{self.voice}: {self.words[:60]}"

    def goes_as(self, parcel: Parcel) -> None:
        """Remember the parcel that carries it, and the thread key by which an answer names it."""
        self.parcel, self.thread_key = parcel, parcel.thread_key
        update(self, ["parcel", "thread_key"])

    @property
    def signed(self) -> str:
        """The name its writer gave under it; nothing where the team did."""
        return self.advisor.signed(self.signed_as) if self.advisor else ""

    @property
    def leaves_later(self) -> bool:
        """Tell whether it still waits for a time that was chosen, and not only for those seconds of grace."""
        return self.leaves_at is not None and self.leaves_at > max(clock.now(), self.at + LATER)

    @property
    def topic(self) -> str:
        return f"case:{self.case_id}"


# The number and the advisor of each message of a case behind one, such as the last that was on a screen.
told_after = Prepared(
    lambda case, pk: Message.objects.told().filter(case_id=case, pk__gt=pk).values_list("id", "advisor_id"), int, int
)
