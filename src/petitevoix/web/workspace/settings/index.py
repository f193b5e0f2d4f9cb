"""The door of the settings: the first section its reader may open."""

from django.http import HttpResponse, HttpResponseRedirect

from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.settings.sections import sections


@staff("GET")
def show(request: StaffRequest) -> HttpResponse:
    return HttpResponseRedirect(sections(request.user)[0].path)
