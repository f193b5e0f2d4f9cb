"""The link to one's page, sent again: to the address it belongs to, and nowhere else."""

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from petitevoix.delivery.actions import post
from petitevoix.delivery.models import Parcel
from petitevoix.jobs.tasks import task
from petitevoix.kit import clock
from petitevoix.people.models import Person
from petitevoix.people.models.person import normal

LINKS_PER_HOUR = 3


@task(queue="delivery", priority=4)
def send_link(email: str, door: str) -> None:
    """Write a person the signed link to their page; an address nobody writes from gets nothing.

    It is always done later, so that the page that asks answers as fast, and with the same words, either way.
    """
    person = Person.objects.at(email).prefetch_related("addresses").first()
    if person is None:
        return
    to = normal(email)
    with transaction.atomic():
        # One at a time for one person, so that the limit holds.
        Person.objects.select_for_update().get(pk=person.pk)
        if Parcel.objects.filter(to=to, purpose="notice", created_at__gt=clock.ago(hours=1)).count() >= LINKS_PER_HOUR:
            return
        post(channel="email", purpose="notice", to=to, contents=_letter(person, door), topic=f"person:{person.pk}")


def _letter(person: Person, door: str) -> dict:
    language = person.spoken or settings.LANGUAGE_CODE
    link = f"{settings.URL}/me/{person.token}/"
    with translation.override(language):
        first = person.name.split(" ")[0]
        lines = [
            _("Hello %(name)s,") % {"name": first} if first else _("Hello,"),
            _(
                "Here is the link to your page, as you asked. "
                "All that you wrote to us is there, and all that we answered."
            ),
            f"<{link}>",
            _("Whoever has this link can read your page: keep it to yourself."),
            _("If you did not ask for it, you may let this letter be; nobody else has received it."),
        ]
        return {
            "subject": _("The link to your page"),
            "words": "\n\n".join(lines),
            "signature": "",
            "language": language,
            "reference": "",
            "link": "",
            "token": "",
            "door": door,
            "to_name": person.name,
            "in_reply_to": "",
            "references": [],
            "automatic": "auto-generated",
            "files": [],
        }
