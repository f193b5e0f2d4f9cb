"""Files that come with words, and the words not sent yet."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from petitevoix.cases.models.case import Case
from petitevoix.cases.models.message import Message, is_withheld
from petitevoix.kit import clock
from petitevoix.kit.files import Store
from petitevoix.kit.prepared import Prepared
from petitevoix.people.models import Advisor

# What a browser may draw in our page; all else is only ever handed out as a download.
DRAWABLE = {"image/png", "image/jpeg", "image/gif", "image/webp"}


def store() -> Store:
    """Where attachments and raw letters lie."""
    return Store(settings.DATA / "files")


class DraftQuerySet(models.QuerySet["Draft"]):
    def shown(self, case: Case, reader: Advisor) -> "list[Draft]":
        """Those of a case that are the reader's own, or shared with them, each with its writer."""
        return _shown(case.pk, reader.pk)

    def of(self, case: Case, advisor: Advisor) -> "dict[str, Draft]":
        """Get what somebody is writing in a case, by mode."""
        return {draft.mode: draft for draft in _kept(case.pk, advisor.pk)}


class Draft(models.Model):
    """What one advisor is writing in one case, a reply or a note, kept on the server as they type."""

    class Mode(models.TextChoices):
        REPLY = "reply"
        NOTE = "note"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="drafts")
    advisor = models.ForeignKey(Advisor, on_delete=models.CASCADE, related_name="drafts")
    mode = models.CharField(max_length=5, choices=Mode.choices, default=Mode.REPLY)
    words = models.TextField(blank=True)
    marks = models.JSONField(
        default=list
    )  # how questions had left with a reply that was taken back, as the journal says
    readers = models.JSONField(default=dict)  # whom a reply goes to besides its person, see `addressing.as_written`
    changed_at = models.DateTimeField(default=clock.now)
    shared_at = models.DateTimeField(null=True)  # since when colleagues who see the case read along

    objects = DraftQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "advisor", "mode"], name="pv_cases_one_draft")]

    def __str__(self) -> str:
        return f"{self.advisor} on {self.case}"

    def leave_with(self, message: Message) -> None:
        """Give its files to the message that it became, and be gone; in the caller's transaction."""
        self.attachments.update(message=message, draft=None)
        self.delete()


_shown = Prepared(
    lambda case, reader: (
        Draft.objects.filter(case_id=case)
        .filter(Q(advisor_id=reader) | Q(shared_at__isnull=False))
        .select_related("advisor")
        .order_by("shared_at", "id")
    ),
    int, int,
)  # fmt: skip
_kept = Prepared(lambda case, advisor: Draft.objects.filter(case_id=case, advisor_id=advisor), int, int)


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    def let_through(self) -> "AttachmentQuerySet":
        """Files that are open to all who may see their case: none that somebody who leads is still to see first."""
        return self.filter(~is_withheld("message__"))

    def shown_to(self, advisor: Advisor) -> "AttachmentQuerySet":
        """Files that an advisor who may see their case opens."""
        return self if advisor.sees_all else self.let_through()


class Attachment(models.Model):
    """A file of a message, or of a draft until it is sent. Its bytes lie in the store under their hash."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, null=True, related_name="attachments")
    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, null=True, related_name="attachments")
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=120)
    size = models.BigIntegerField()
    sha256 = models.CharField(max_length=64)
    content_id = models.CharField(max_length=255, blank=True)  # what the HTML calls it
    is_inline = models.BooleanField(default=False)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(message__isnull=True, draft__isnull=False) | Q(message__isnull=False, draft__isnull=True),
                name="pv_cases_attached_once",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_drawable(self) -> bool:
        return self.media_type in DRAWABLE
