"""Somebody has lost the link to their page: it goes to their mailbox, and the answer here is always the same."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from petitevoix.channels.form.linking import send_link
from petitevoix.people.models.person import normal
from petitevoix.web.portal.drawing import draw, front_mailbox
from petitevoix.web.portal.limits import place_of, within

ASKS_PER_PLACE, ASKS_PER_ADDRESS = 30, 5  # in an hour


class LinkForm(forms.Form):
    email = forms.EmailField(
        max_length=254,
        error_messages={
            "required": gettext_lazy("We need the address you write to us from."),
            "invalid": gettext_lazy("Something is missing in this address; it looks like ana@example.org."),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def linking(request: HttpRequest) -> HttpResponse:
    """Ask for one's link again. What comes back says nothing about who writes to us."""
    form = LinkForm(request.POST if request.method == "POST" else None, initial={"email": request.GET.get("email", "")})
    if request.method != "POST" or not form.is_valid():
        return draw(request, "portal/link/page.html", {"form": form}, status=422 if form.errors else 200, private=False)
    email, mailbox = form.cleaned_data["email"], front_mailbox()
    if within("link-from", place_of(request), ASKS_PER_PLACE) and within("link", normal(email), ASKS_PER_ADDRESS):
        send_link.enqueue(email=email, door=mailbox.address if mailbox else "")
    return draw(request, "portal/link/page.html", {"form": form, "sent_to": email})
