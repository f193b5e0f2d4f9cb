"""Where the usual hosts keep their doors, as examples to copy."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _


class Host(NamedTuple):
    name: str
    imap: str
    smtp: str
    hint: object = ""


_EITHER = _("Signs in with XOAUTH2; at Google, a password made for one application works too.")
_OAUTH = _("Signs in with XOAUTH2 only.")
_ALLOW = _("Allow IMAP in the settings of La Poste first.")
HOSTS = [
    Host("Gmail, Google Workspace", "imaps://YOU@imap.gmail.com", "smtps://YOU@smtp.gmail.com", _EITHER),
    Host("Microsoft 365", "imaps://YOU@outlook.office365.com", "smtp://YOU@smtp.office365.com:587", _OAUTH),
    Host("OVHcloud", "imaps://YOU@ssl0.ovh.net", "smtps://YOU@ssl0.ovh.net"),
    Host("Gandi", "imaps://YOU@mail.gandi.net", "smtps://YOU@mail.gandi.net"),
    Host("Infomaniak", "imaps://YOU@mail.infomaniak.com", "smtps://YOU@mail.infomaniak.com"),
    Host("Orange", "imaps://YOU@imap.orange.fr", "smtps://YOU@smtp.orange.fr"),
    Host("La Poste", "imaps://YOU@imap.laposte.net", "smtps://YOU@smtp.laposte.net", _ALLOW),
    Host("Free", "imaps://YOU@imap.free.fr", "smtps://YOU@smtp.free.fr"),
    Host("SFR", "imaps://YOU@imap.sfr.fr", "smtps://YOU@smtp.sfr.fr"),
]
