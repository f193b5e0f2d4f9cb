"""A draft shown to colleagues while it is written: begun, ended, and taken over by one of them."""

from django.db import transaction
from django.utils.translation import gettext as _

from petitevoix.cases.access import must_answer
from petitevoix.cases.actions.drafting import put_with_draft, tell
from petitevoix.cases.models import Case, Draft
from petitevoix.cases.models.attachment import DraftQuerySet
from petitevoix.cases.refusals import Refused
from petitevoix.journal.record import record
from petitevoix.kit import clock
from petitevoix.people.models import Advisor


def share(case: Case, *, by: Advisor) -> Draft:
    """Show the draft of one's reply to those who see the case, as it is written, until it leaves or one ends that."""
    must_answer(by)
    with transaction.atomic():
        case = case.present
        draft, _new = Draft.objects.select_for_update().get_or_create(case=case, advisor=by, mode=Draft.Mode.REPLY)
        if draft.shared_at is None:
            draft.shared_at = clock.now()
            draft.save(update_fields=["shared_at"])
            record("draft.shared", case, by=by, team=case.team_id)
            tell(draft, case)
    return draft


def unshare(case: Case, *, by: Advisor) -> None:
    """Show the draft of one's reply to nobody any more."""
    with transaction.atomic():
        for draft in Draft.objects.filter(case=case.present, advisor=by).exclude(shared_at=None):
            draft.shared_at = None
            draft.save(update_fields=["shared_at"])
            tell(draft, case.present)


def take_over(case: Case, number: int, *, by: Advisor) -> Draft:
    """Put the words of a draft that a colleague shares behind one's own reply; theirs stays theirs.

    Whichever leaves first stops the other, which had not seen it. Raises Refused where it is shared no more.
    """
    must_answer(by)
    with transaction.atomic():
        case = case.present
        shared = shared_in(case, reader=by).filter(pk=number).first()
        if shared is None or not shared.words.strip():
            raise Refused(_("This draft is no longer shared; look at how the case stands now."))
        own = Draft.objects.of(case, by).get(Draft.Mode.REPLY)
        if own and shared.words.strip() in own.words:  # taken over already
            return own
        draft = put_with_draft(case, by=by, mode=Draft.Mode.REPLY, words=shared.words)
        for file in shared.attachments.all():
            file.pk, file.draft, file._state.adding = None, draft, True
            file.save()
    return draft


def shared_in(case: Case, *, reader: Advisor) -> DraftQuerySet:
    """Drafts of others that are shown to who sees the case."""
    shown = Draft.objects.filter(case=case, shared_at__isnull=False).exclude(advisor=reader)
    return shown.select_related("advisor").order_by("shared_at")
