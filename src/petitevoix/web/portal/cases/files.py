"""The files of a case, handed to its person and to nobody else."""

from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from petitevoix.cases.models import Attachment, Message
from petitevoix.cases.models.attachment import store
from petitevoix.web.portal.cases.views import reader_and_case
from petitevoix.web.portal.drawing import sealed

# A file of a stranger runs nothing and reaches nothing, whatever it says it is.
POLICY = "default-src 'none'; style-src 'none'; sandbox"


@require_safe
def file(request: HttpRequest, token: str, reference: str, number: int) -> FileResponse:
    """One file of what was said between us and the person; a picture is shown, all else is downloaded."""
    person, case = reader_and_case(request, token, reference)
    said = Message.objects.read_by(person).filter(case=case)
    found = Attachment.objects.filter(pk=number, message__in=said.order_by().values("pk")).first()
    if found is None:
        raise Http404
    try:
        content = store().path(found.sha256).open("rb")
    except FileNotFoundError as missing:
        raise Http404 from missing
    drawn = found.is_drawable and "download" not in request.GET
    response = FileResponse(
        content,
        as_attachment=not drawn,
        filename=found.name,
        content_type=found.media_type if drawn else "application/octet-stream",
    )
    response["Content-Security-Policy"] = POLICY
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    sealed(response)
    # Their own browser may keep it while they go through the thread; nothing in between may.
    response["Cache-Control"] = "private, max-age=600"
    return response
