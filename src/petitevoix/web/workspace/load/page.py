"""The waits of the teams, and the hand one is asked for: answered here, and beside Today."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404

from petitevoix.care import hands
from petitevoix.care.load import queues
from petitevoix.care.models import Hand
from petitevoix.channels.form.beginnings import counted_since
from petitevoix.people.refusals import Unchanged
from petitevoix.web.shared.htmx import page
from petitevoix.web.workspace.door import StaffRequest, staff
from petitevoix.web.workspace.load.rows import hand_row, rows

HOME, DAYS = "/desk/load/", 7


@staff("GET")
def show(request: StaffRequest) -> HttpResponse:
    """Show how long a case waits in each team that one sees; to those who lead, who is asked for a hand as well."""
    seen = {number for number, _name in request.teams}
    found = [one for one in queues() if one.team.pk in seen]
    asked = [hand_row(one, request.user) for one in Hand.objects.shown_to(request.user)]
    return page(
        request, "workspace/load/load.html", rows=rows(found), hands=asked, leads=request.user.sees_all,
        said=list(messages.get_messages(request)), begun=counted_since(DAYS), days=DAYS,
    )  # fmt: skip


@staff("POST")
def answer(request: StaffRequest, pk: int) -> HttpResponse:
    """Say yes or no to a hand one is asked for."""
    hand = get_object_or_404(Hand, advisor=request.user, pk=pk)
    try:
        hands.answer(hand, by=request.user, says=request.POST.get("answer", ""))
    except Unchanged as refused:
        messages.error(request, str(refused))
    return HttpResponseRedirect(f"/desk/team/{hand.to_team_id}/" if "go" in request.POST else HOME)
