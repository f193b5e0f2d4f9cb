"""What is being written: kept on the server as its writer types, with its files, never lost to another window."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.actions.attaching import File
from petitevoix.cases.models import Attachment, Case, Draft
from petitevoix.cases.models.attachment import store
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import whisper
from petitevoix.kit import clock
from petitevoix.kit.text import one_line, storable
from petitevoix.people.models import Advisor


class Elsewhere(Refused):
    """The same draft was changed in another window since this one read it; nothing was written over."""

    def __init__(self, sentence: str, draft: Draft) -> None:
        super().__init__(sentence)
        self.draft = draft


def keep_draft(
    case: Case,
    *,
    by: Advisor,
    mode: str,
    words: str,
    known: datetime | None = None,
    leaving: bool = False,
    readers: dict[str, Any] | None = None,
) -> Draft:
    """Keep the words of a draft; `known` is when the writer's window last read it, None where it knew of none.

    `readers` is whom the reply goes to, see `addressing.as_written`; None leaves that as it is.
    Raises Elsewhere where other words were kept since, and Refused for a role that only reads. A window that is
    `leaving` can ask its writer nothing: its words go below the others.
    """
    must_answer(by)
    with transaction.atomic():
        draft, is_new = _mine(case.present, by, mode)
        if not is_new and draft.words.strip() not in {"", storable(words).strip()} and draft.changed_at != known:
            if not leaving:
                raise Elsewhere(_("You also wrote in another window."), draft)
            words = _both(draft.words, storable(words))
        return write(draft, words, readers)


def _both(others: str, words: str) -> str:
    if others.strip() in words or words.strip() in others:
        return max(others, words, key=len)
    return f"{others.rstrip()}\n\n{words.lstrip()}"


def keep_words(case: Case, *, by: Advisor, mode: str, words: str) -> Draft:
    """Keep the words of a window that can be told of no other, as one without a script: whoever is last, stands.

    Raises Refused for a role that only reads.
    """
    must_answer(by)
    with transaction.atomic():
        return write(_mine(case.present, by, mode)[0], words)


def _mine(case: Case, by: Advisor, mode: str) -> tuple[Draft, bool]:
    """Take hold of one's draft, in the caller's transaction; whether it is new."""
    return Draft.objects.select_for_update().get_or_create(case=case, advisor=by, mode=mode)


def write(draft: Draft, words: str, readers: dict[str, Any] | None = None) -> Draft:
    """Put words, and readers where given, in place of those of a draft one holds, in the caller's transaction."""
    words, readers = storable(words), draft.readers if readers is None else readers
    if (draft.words, draft.readers) != (words, readers):
        draft.words, draft.readers, draft.changed_at = words, readers, clock.now()
        draft.save(update_fields=["words", "readers", "changed_at"])
        if draft.shared_at:
            tell(draft, draft.case)
    return draft


def tell(draft: Draft, case: Case) -> None:
    """Tell pages open at the case that a draft which is shared, or was, is another now."""
    whisper(case.topic, presence=draft.advisor.name, doing="writing", advisor=draft.advisor_id)


def attach_to_draft(case: Case, *, by: Advisor, mode: str, file: File) -> Attachment:
    """Put a file with a draft. Raises Refused where the files of the draft together pass the limit."""
    must_answer(by)
    sha256 = store().put(file.content)
    with transaction.atomic():
        draft, _new = _mine(case, by, mode)
        together = sum(draft.attachments.values_list("size", flat=True)) + len(file.content)
        if together > settings.ATTACHMENT_LIMIT:
            raise Refused(
                _("That is more than one letter carries: %(most)s MB for all its files together.")
                % {"most": settings.ATTACHMENT_LIMIT // (1024 * 1024)}
            )
        return Attachment.objects.create(
            draft=draft,
            name=one_line(storable(file.name), 200) or _("file"),
            media_type=file.media_type[:120],
            size=len(file.content),
            sha256=sha256,
        )


def put_with_draft(case: Case, *, by: Advisor, mode: str, words: str, files: Sequence[File] = ()) -> Draft:
    """Put words and files behind what one is writing already, written elsewhere, in the caller's transaction."""
    must_answer(by)
    draft, _new = _mine(case.present, by, mode)
    write(draft, "\n\n".join(filter(None, [draft.words.rstrip(), words.strip()])))
    for file in files:
        Attachment.objects.create(
            draft=draft, name=one_line(storable(file.name), 200) or _("file"), media_type=file.media_type[:120],
            size=len(file.content), sha256=store().put(file.content),
        )  # fmt: skip
    return draft


def remove_from_draft(case: Case, *, by: Advisor, attachment_id: int) -> None:
    """Take a file out of one's own draft; one that is gone already is let be."""
    Attachment.objects.filter(pk=attachment_id, draft__case=case, draft__advisor=by).delete()
