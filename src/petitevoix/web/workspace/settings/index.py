"""The door of the settings: the first section its reader may open."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from petitevoix.web.workspace.door import staff
from petitevoix.web.workspace.settings.frame import sections


@staff("GET")
def show(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(sections(request.user)[0].path)
