"""The pace, between an advisor and a lead: each reads their own, and no list says how many anybody carries."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from petitevoix.people import pacing
from petitevoix.people.models import Advisor, Pace
from petitevoix.people.refusals import Unchanged
from petitevoix.web.workspace.door import StaffRequest
from petitevoix.web.workspace.settings.frame import answering, draw

HOME = "/desk/settings/pace/"
LEADS = [Advisor.Role.LEAD, Advisor.Role.ADMIN]


class PaceForm(forms.Form):
    """What one proposes: about oneself to a lead, or as a lead to an advisor."""

    other = forms.ModelChoiceField(
        Advisor.objects.none(), label=gettext_lazy("With"), empty_label=gettext_lazy("a colleague…")
    )
    cases = forms.IntegerField(
        label=gettext_lazy("Open cases at once"), min_value=1, max_value=pacing.MOST_AT_ONCE, initial=15
    )

    def __init__(self, given: QueryDict | None = None, *, me: Advisor, as_lead: bool) -> None:
        super().__init__(given, auto_id="lead_%s" if as_lead else "id_%s")
        others = Advisor.objects.active().exclude(pk=me.pk)
        other = self.fields["other"]
        assert isinstance(other, forms.ModelChoiceField)
        other.queryset = others.exclude(role__in=["maker", "keeper"]) if as_lead else others.filter(role__in=LEADS)
        if as_lead:
            other.label = _("For")


@answering("GET", "POST")
def show(request: StaffRequest) -> HttpResponse:
    """Show the paces that are mine to read, and propose one."""
    me, as_lead = request.user, "for" in request.POST
    mine = PaceForm(request.POST if request.method == "POST" and not as_lead else None, me=me, as_lead=False)
    given = PaceForm(request.POST if as_lead else None, me=me, as_lead=True) if me.sees_all else None
    sent = given if given and as_lead else mine
    if sent.is_bound and sent.is_valid():
        other, cases = sent.cleaned_data["other"], sent.cleaned_data["cases"]
        advisor, lead = (other, me) if sent is given else (me, other)
        if _done(request, lambda: pacing.propose_pace(advisor, lead=lead, cases=cases, by=me)):
            return HttpResponseRedirect(HOME)
    paces = Pace.objects.between(me).order_by("advisor__name")
    status = 422 if sent.errors else 200
    return draw(request, "pace/pace.html", "pace", status=status, form=mine, as_lead=given, paces=paces)


@answering("POST")
def agree(request: StaffRequest, pk: int) -> HttpResponse:
    """Agree to what the other proposed."""
    pace = get_object_or_404(Pace.objects.between(request.user), pk=pk)
    _done(request, lambda: pacing.agree_on_pace(pace, by=request.user))
    return HttpResponseRedirect(HOME)


@answering("POST")
def end(request: StaffRequest, pk: int) -> HttpResponse:
    """End a pace."""
    pace = get_object_or_404(Pace.objects.between(request.user), pk=pk)
    _done(request, lambda: pacing.end_pace(pace, by=request.user))
    return HttpResponseRedirect(HOME)


def _done(request: StaffRequest, act) -> bool:
    try:
        act()
    except Unchanged as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Kept."))
    return True
