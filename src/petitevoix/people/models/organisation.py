"""Organisations: what several persons belong to."""

from django.db import models

from petitevoix.kit import clock
from petitevoix.kit.prepared import Prepared


class Organisation(models.Model):
    """A household, a firm, an association: what several persons belong to."""

    class Sharing(models.TextChoices):
        NOBODY = "no"  # each member sees their own cases
        MEMBERS = "members"  # each member sees the cases of all
        NAMED = "named"  # the members it names see the cases of all

    name = models.CharField(max_length=120)
    notes = models.TextField(blank=True)  # among us
    admits_by_domain = models.BooleanField(default=False)  # a person who writes from one of its domains joins it
    shares_cases = models.CharField(max_length=7, choices=Sharing.choices, default=Sharing.NOBODY)
    fields = models.JSONField(default=dict)  # custom fields, by key
    founded_at = models.DateTimeField(default=clock.now)

    class Meta:
        indexes = [models.Index(fields=["name", "id"], name="pv_people_organisations")]

    def __str__(self) -> str:
        return self.name


class Domain(models.Model):
    """What stands behind the @ of an organisation's addresses."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="domains")
    name = models.CharField(max_length=254, unique=True)  # lower case, in ASCII

    def __str__(self) -> str:
        return self.name


# Where anybody can have an address: it says nothing of whom they belong to.
_PUBLIC = """gmail.com googlemail.com outlook.com outlook.fr hotmail.com hotmail.fr hotmail.co.uk live.com live.fr
    msn.com yahoo.com yahoo.fr yahoo.co.uk ymail.com rocketmail.com aol.com aol.fr icloud.com me.com mac.com proton.me
    protonmail.com pm.me gmx.com gmx.fr gmx.net gmx.de web.de mail.com mailo.com zoho.com tutanota.com tuta.io
    fastmail.com hey.com yandex.com yandex.ru mail.ru qq.com 163.com 126.com orange.fr wanadoo.fr free.fr
    laposte.net sfr.fr neuf.fr cegetel.net club-internet.fr numericable.fr noos.fr bbox.fr bouyguestelecom.fr
    aliceadsl.fr libertysurf.fr voila.fr caramail.com tiscali.fr 9online.fr riseup.net posteo.net posteo.de
    mailbox.org skynet.be telenet.be proximus.be bluewin.ch sunrise.ch hispeed.ch videotron.ca sympatico.ca
    btinternet.com virginmedia.com sky.com talktalk.net comcast.net verizon.net att.net t-online.de libero.it
    duck.com anonaddy.com simplelogin.com"""
PUBLIC = frozenset(_PUBLIC.split())


def join_by_domain(email: str) -> Organisation | None:
    """Find the organisation that a person who writes from this address joins by itself, if there is one."""
    domain = email.rpartition("@")[2]
    if not domain or domain in PUBLIC:
        return None
    for organisation in _of_domain(domain):
        return organisation
    return None


_of_domain = Prepared(
    lambda domain: Organisation.objects.filter(
        pk__in=Domain.objects.filter(name=domain).values("organisation"), admits_by_domain=True
    ),
    str,
)
