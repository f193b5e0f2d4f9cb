"""Letters and files as they came: handed out only to who may see their case, and never as a page of ours."""

from urllib.parse import quote

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.html import escape
from django.utils.translation import gettext as _

from petitevoix.cases.models import Attachment, Case, Message
from petitevoix.cases.models.attachment import store
from petitevoix.channels.email.keeping import letters as raw_letters
from petitevoix.kit.files import Store
from petitevoix.web.workspace.cases.page import visible_case
from petitevoix.web.workspace.door import StaffRequest, staff

# What a stranger drew runs nothing, sends nothing, and loads nothing that is not ours.
DRAWN = (
    "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    # Its own origin, or its pictures would come without the reader's cookie; scripts stay off either way.
    "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox"
)
HANDED_OUT = "default-src 'none'; sandbox"


@staff("GET")
def attachment(request: StaffRequest, reference: str, attachment: int) -> FileResponse:
    """Hand out a file of a message, or of one's own draft; a picture may be drawn, all else is a download."""
    case = visible_case(request, reference)
    files = Attachment.objects.shown_to(request.user).select_related("message", "draft")
    file = get_object_or_404(files, pk=attachment)
    home = file.message or file.draft
    if home is None or home.case_id != case.pk or (file.draft and file.draft.advisor_id != request.user.pk):
        raise Http404
    return hand_out(store(), file.sha256, file.name, file.media_type if file.is_drawable else "")


@staff("GET")
def original(request: StaffRequest, reference: str, message: int) -> FileResponse:
    """Hand out the letter as it came, to the byte."""
    case = visible_case(request, reference)
    letter = get_object_or_404(case.messages.shown_to(request.user).exclude(original=""), pk=message)
    return hand_out(raw_letters(), letter.original, f"{case.reference}-{letter.pk}.eml", "")


@staff("GET")
def drawn(request: StaffRequest, reference: str, message: int) -> HttpResponse:
    """Show a letter as it was drawn, on a page of its own that can do nothing."""
    case = visible_case(request, reference)
    letter = get_object_or_404(case.messages.shown_to(request.user).exclude(html=""), pk=message)
    with_pictures = "pictures" in request.GET
    headers = {
        "Content-Security-Policy": DRAWN.replace("'self' data:", "'self' data: https: http:")
        if with_pictures
        else DRAWN,
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(_page_of_its_own(case, letter, with_pictures), headers=headers)


def _page_of_its_own(case: Case, letter: Message, with_pictures: bool) -> str:
    html, offer = letter.html, ""
    for picture in letter.attachments.exclude(content_id=""):
        if picture.is_drawable:
            ours = f'src="/desk/cases/{case.reference}/attachments/{picture.pk}/"'
            html = html.replace(f'data-cid="{escape(picture.content_id)}"', ours)
    if with_pictures:
        html = html.replace("data-src=", "src=")
    elif "data-src=" in html:
        # Whoever drew the letter would learn that, when and where it is read: only who reads it may want that.
        words = _("Fetch the pictures that lie on other people’s servers")
        offer = f'<p><a href="?pictures">{escape(words)}</a></p><hr>'
    head = '<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer">'
    head += '<link rel="icon" href="data:,">'
    title = _("As it was drawn")
    return f"{head}<title>{escape(title)}</title>{offer}{html}"


def hand_out(where: Store, sha256: str, name: str, drawable_as: str) -> FileResponse:
    """Give a stored file: drawn where its type is one of the drawable few, else only ever saved."""
    try:
        file = where.path(sha256).open("rb")
    except (OSError, ValueError) as missing:
        raise Http404 from missing
    response = FileResponse(file, content_type=drawable_as or "application/octet-stream")
    kind = "inline" if drawable_as else "attachment"
    response.headers["Content-Disposition"] = f"{kind}; filename*=UTF-8''{quote(name, safe='')}"
    response.headers["Content-Security-Policy"] = HANDED_OUT
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response
