"""What is being written: kept as one types, previewed, with its files."""

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from petitevoix.cases.actions.drafting import Elsewhere, attach_to_draft, remove_from_draft
from petitevoix.cases.actions.receiving import File
from petitevoix.cases.models import Attachment, Case, Draft
from petitevoix.cases.refusals import Refused
from petitevoix.kit import markdown
from petitevoix.kit.words import hour
from petitevoix.web.shared.jinja import size
from petitevoix.web.shared.language import page_language
from petitevoix.web.workspace.cases.forms import DraftForm, refusal_of
from petitevoix.web.workspace.cases.page import done, visible_case
from petitevoix.web.workspace.door import StaffRequest, staff


@staff("POST")
def draft(request: StaffRequest, reference: str) -> JsonResponse:
    """Keep a draft; 409 with the other words where another window kept others."""
    case = visible_case(request, reference)
    form = DraftForm(request.POST)
    if not form.is_valid():
        return _said(refusal_of(form), 422)
    try:
        kept = form.keep(case, by=request.user)
    except Elsewhere as elsewhere:
        other = elsewhere.draft
        return _said(str(elsewhere), 409, words=other.words, known=other.changed_at.isoformat(), at=_hour(other))
    except Refused as refusal:
        return _said(str(refusal), 422)
    return _said(_("saved %(at)s") % {"at": _hour(kept)}, 200, known=kept.changed_at.isoformat())


@staff("POST")
def preview(request: StaffRequest, reference: str) -> HttpResponse:
    """Draw words as the person will read them."""
    visible_case(request, reference)
    return HttpResponse(markdown.to_html(request.POST.get("words", "")))


@staff("POST")
def attachments(request: StaffRequest, reference: str) -> JsonResponse:
    """Put files with a draft."""
    case = visible_case(request, reference)
    mode = request.POST.get("mode", Draft.Mode.REPLY)
    if mode not in Draft.Mode.values:
        return _said(_("Something is missing."), 422)
    try:
        files = keep_files(request, case, mode)
    except Refused as refusal:
        return _said(str(refusal), 422)
    shown = [{"id": file.pk, "name": file.name, "size": size(file.size)} for file in files]
    return JsonResponse({"files": shown}, status=201)


@staff("POST")
def removal(request: StaffRequest, reference: str, attachment: int) -> HttpResponse:
    """Take a file out of a draft."""
    case = visible_case(request, reference)
    remove_from_draft(case, by=request.user, attachment_id=attachment)
    return HttpResponse(status=204) if request.headers.get("Accept") == "application/json" else done(request, case)


def keep_files(request: StaffRequest, case: Case, mode: str) -> list[Attachment]:
    """Put the files that came with a request with a draft. Raises Refused where they are too large."""
    files = request.FILES.getlist("files")
    if sum(file.size or 0 for file in files) > settings.ATTACHMENT_LIMIT:
        raise Refused(
            _("That is more than one letter carries: %(most)s MB for all its files together.")
            % {"most": settings.ATTACHMENT_LIMIT // (1024 * 1024)}
        )
    kept = [File(file.name or "", file.content_type or "application/octet-stream", file.read()) for file in files]
    return [attach_to_draft(case, by=request.user, mode=mode, file=file) for file in kept]


def _hour(draft: Draft) -> str:
    return hour(draft.changed_at, page_language())


def _said(sentence: str, status: int, **facts: str) -> JsonResponse:
    return JsonResponse({"said": sentence, **facts}, status=status)
