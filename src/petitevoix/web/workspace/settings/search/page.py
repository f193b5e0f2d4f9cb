"""The search, for those who run the house: how far it has read, and having it read all anew."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from petitevoix.search.following import begin, standing_told
from petitevoix.web.workspace.door import StaffRequest
from petitevoix.web.workspace.settings.frame import admins, draw

HOME = "/desk/settings/search/"


@admins("GET")
def show(request: StaffRequest) -> HttpResponse:
    """Say how far the reading is."""
    return draw(request, "search/search.html", "search", reading=standing_told())


@admins("POST")
def read_anew(request: StaffRequest) -> HttpResponse:
    """Have every case read anew; searches are answered meanwhile."""
    begin()
    messages.success(request, _("All cases are being read anew, the newest first; you can search meanwhile."))
    return HttpResponseRedirect(HOME)
