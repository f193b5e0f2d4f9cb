"""That somebody began to write: counted; their words are kept only where they asked for one message from us."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from petitevoix.channels.form.beginnings import begin
from petitevoix.people.models.person import normal
from petitevoix.web.portal import limits, stamps
from petitevoix.web.portal.drawing import front_mailbox
from petitevoix.web.portal.limits import place_of
from petitevoix.web.portal.words import WORDS_MOST
from petitevoix.web.shared.language import page_language

NOTES_PER_PLACE = 400  # in an hour; a whole office may share one place


class BegunForm(forms.Form):
    stamp = forms.CharField(max_length=80)
    word = forms.BooleanField(required=False)
    words = forms.CharField(required=False, max_length=WORDS_MOST)
    email = forms.EmailField(required=False, max_length=254)
    name = forms.CharField(required=False, max_length=120)


@require_POST
def note(request: HttpRequest) -> HttpResponse:
    """Note a beginning. A page says it by itself, so there is no answer to read, whatever came of it."""
    form = BegunForm(request.POST)
    if form.is_valid() and stamps.age(form.cleaned_data["stamp"]) is not None and _is_within(request):
        said, mailbox = form.cleaned_data, front_mailbox()
        words = said["words"].replace("\r\n", "\n").strip()
        begin(
            said["stamp"], email=normal(said["email"]), name=said["name"], words=words,
            language=page_language(), wants_word=bool(said["word"] and said["email"] and words),
            team=mailbox.team if mailbox else None, door=mailbox.address if mailbox else "",
        )  # fmt: skip
    return HttpResponse(status=204)


def _is_within(request: HttpRequest) -> bool:
    return limits.within("begun-from", place_of(request), NOTES_PER_PLACE)
