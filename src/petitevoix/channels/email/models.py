"""Mailboxes, and the letters that came in as they came."""

from django.db import models

from petitevoix.cases.models import Message
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.people.models import Team
from petitevoix.people.models.person import normal
from petitevoix.vault.seal import seal, unseal


class MailboxQuerySet(models.QuerySet["Mailbox"]):
    def active(self) -> "MailboxQuerySet":
        return self.filter(is_active=True)

    def fetched(self) -> "MailboxQuerySet":
        """Mailboxes whose letters we go and get by IMAP."""
        return self.active().exclude(imap_url="")

    def sending(self) -> "MailboxQuerySet":
        """Mailboxes that have a server to hand letters to."""
        return self.active().exclude(smtp_url="")

    def front(self) -> "Mailbox | None":
        """The mailbox that answers what is asked on our pages, as an admin chose; else the oldest in use."""
        return self.active().select_related("team").order_by("-is_front", "id").first()

    def at(self, address: str) -> "MailboxQuerySet":
        return self.filter(address=normal(address))


class Mailbox(models.Model):
    """An e-mail address that a team reads and writes from."""

    class SignIn(models.TextChoices):
        PASSWORD = "password"
        XOAUTH2 = "xoauth2"

    address = models.CharField(max_length=254, unique=True)  # as people.normal writes it
    name = models.CharField(max_length=120, blank=True)  # what persons see beside the address
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, related_name="mailboxes")
    imap_url = models.CharField(max_length=300, blank=True)  # imaps://user@host:993/INBOX
    smtp_url = models.CharField(max_length=300, blank=True)  # smtps://user@host:465, smtp://user@host:587
    sign_in = models.CharField(max_length=10, choices=SignIn.choices, default=SignIn.PASSWORD)
    sealed_secret = models.TextField(blank=True)  # password, or for XOAUTH2 the JSON of its refresh token
    is_active = models.BooleanField(default=True)
    is_front = models.BooleanField(default=False)  # what is asked on our pages, or names no mailbox, comes here
    takes_history = models.BooleanField(default=False)  # a first connection fetches what lies there already
    uidvalidity = models.BigIntegerField(null=True)
    last_uid = models.BigIntegerField(default=0)
    looked_at = models.DateTimeField(null=True)  # when it last answered
    trouble = models.TextField(blank=True)  # why it does not
    sending_trouble = models.TextField(blank=True)  # why its server takes no letters from us
    test_result = models.JSONField(default=dict)  # the last test: step, seconds, trouble, tags (see round_trip.py)
    created_at = models.DateTimeField(default=clock.now)

    objects = MailboxQuerySet.as_manager()

    class Meta:
        ordering = ["address"]
        constraints = [
            models.UniqueConstraint(fields=["is_front"], condition=models.Q(is_front=True), name="pv_email_one_front")
        ]

    def __str__(self) -> str:
        return self.address

    @property
    def topic(self) -> str:
        return f"mailbox:{self.pk}"

    @property
    def takes_tags(self) -> bool:
        """Tell whether help+anything@ arrives here too; believed until a test has seen the contrary."""
        return self.test_result.get("tags") is not False

    @property
    def secret(self) -> str:
        """What signs in, for the code that connects; never for a page."""
        return unseal(self.sealed_secret)

    @secret.setter
    def secret(self, secret: str) -> None:
        self.sealed_secret = seal(secret)


class IntakeQuerySet(models.QuerySet["Intake"]):
    def quarantined(self) -> "IntakeQuerySet":
        return self.filter(state=Intake.State.QUARANTINED).order_by("-id")

    def locked(self, pk: int) -> "Intake":
        """Get a letter that nobody else processes before this transaction ends."""
        return self.select_for_update().get(pk=pk)


class Intake(models.Model):
    """One letter as it came: its bytes lie in the store; the row says what became of it."""

    class State(models.TextChoices):
        STORED = "stored"
        READ = "read"
        QUARANTINED = "quarantined"
        DISMISSED = "dismissed"  # a person looked at a quarantined letter and let it go

    class Kind(models.TextChoices):
        NEW = "new"
        REPLY = "reply"
        AUTOMATIC = "automatic"
        BOUNCE = "bounce"

    sha256 = models.CharField(max_length=64, db_index=True)
    fingerprint = models.CharField(max_length=64, unique=True)  # the same letter through two doors has the same one
    size = models.BigIntegerField()
    door = models.CharField(max_length=10)  # imap, lmtp, smtp, pipe
    mailbox = models.ForeignKey(Mailbox, on_delete=models.SET_NULL, null=True, related_name="intakes")
    sent_from = models.CharField(max_length=320, blank=True)  # the envelope's sender, where there was an envelope
    sent_to = models.JSONField(default=list)  # the envelope's recipients
    state = models.CharField(max_length=11, choices=State.choices, default=State.STORED)
    kind = models.CharField(max_length=9, choices=Kind.choices, blank=True)
    reason = models.TextField(blank=True)  # why it is in quarantine
    uid = models.BigIntegerField(null=True)  # its number on the server that keeps it back; we have its header at most
    attempts = models.PositiveSmallIntegerField(default=0)
    message = models.ForeignKey(Message, on_delete=models.SET_NULL, null=True, related_name="intakes")
    received_at = models.DateTimeField(default=clock.now)

    is_duplicate = False  # said by `intake.take_in`: this very letter was here before

    objects = IntakeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["state", "-id"], name="pv_email_state")]

    def __str__(self) -> str:
        return f"{self.door} {self.sha256[:8]} {self.state}"

    @property
    def job_key(self) -> str:
        """The key of the job that processes this letter, so that there is never a second one."""
        return f"intake:{self.pk}"

    def quarantine(self, reason: str) -> None:
        """Lay the letter aside, visibly, with one sentence that says why; in the caller's transaction."""
        self.state, self.reason = self.State.QUARANTINED, reason[:2000]
        self.save(update_fields=["state", "reason"])
        record("letter.quarantined", self, by="mail", reason=self.reason)
