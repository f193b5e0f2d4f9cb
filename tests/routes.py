"""Every address of the house: which are pages that somebody looks at, and why the others are none."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

STAFF, ADMIN, PERSON, ANYBODY = "staff", "admin", "person", "anybody"

# Route → who looks at it, and one such address. Words in braces are filled in by the journey.
PAGES = {
    "": (ANYBODY, "/"),
    "asked/<str:reference>/": (PERSON, "/asked/{asked}/"),
    "link/": (ANYBODY, "/link/"),
    "me/<str:token>/": (PERSON, "/me/{token}/"),
    "me/<str:token>/<str:reference>/": (PERSON, "/me/{token}/{closed}/"),
    "desk/account/login/": (ANYBODY, "/desk/account/login/"),
    "desk/account/logout/": (STAFF, "/desk/account/logout/"),
    "desk/account/inactive/": (ANYBODY, "/desk/account/inactive/"),
    "desk/account/password/change/": (STAFF, "/desk/account/password/change/"),
    "desk/account/password/reset/": (ANYBODY, "/desk/account/password/reset/"),
    "desk/account/password/reset/done/": (ANYBODY, "/desk/account/password/reset/done/"),
    "desk/account/^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": (ANYBODY, "{welcome}"),
    "desk/account/password/reset/key/done/": (ANYBODY, "/desk/account/password/reset/key/done/"),
    "desk/": (STAFF, "/desk/"),
    "desk/mine/": (STAFF, "/desk/mine/"),
    "desk/unassigned/": (STAFF, "/desk/unassigned/"),
    "desk/team/<int:team>/": (STAFF, "/desk/team/{team}/"),
    "desk/^(?P<key>pending|held|watched|closed)/$": (STAFF, "/desk/closed/"),
    "desk/^(?P<key>teams|drafts|all|snoozed)/$": (STAFF, "/desk/snoozed/"),
    "desk/tabs/": (STAFF, "/desk/tabs/"),
    "desk/settings/components/": (STAFF, "/desk/settings/components/"),
    "desk/views/": (STAFF, "/desk/views/"),
    "desk/views/new/": (STAFF, "/desk/views/new/?state=open"),
    "desk/views/<int:view>/": (STAFF, "/desk/views/{view}/"),
    "desk/views/<int:pk>/conditions/": (STAFF, "/desk/views/{view}/conditions/"),
    "desk/settings/tags/": (ADMIN, "/desk/settings/tags/"),
    "desk/cases/<str:reference>/": (STAFF, "/desk/cases/{closed}/"),
    "desk/cases/<str:reference>/assignment/": (STAFF, "/desk/cases/{closed}/assignment/"),
    "desk/cases/<str:reference>/closure/": (STAFF, "/desk/cases/{asked}/closure/"),
    "desk/cases/<str:reference>/merge/": (STAFF, "/desk/cases/{asked}/merge/"),
    "desk/cases/<str:reference>/split/": (STAFF, "/desk/cases/{asked}/split/"),
    "desk/cases/<str:reference>/links/": (STAFF, "/desk/cases/{asked}/links/"),
    "desk/cases/<str:reference>/person/": (STAFF, "/desk/cases/{asked}/person/"),
    "desk/cases/<str:reference>/messages/<int:message>/forwarding/": (
        STAFF,
        "/desk/cases/{asked}/messages/{message}/forwarding/",
    ),
    "desk/cases/<str:reference>/relays/": (STAFF, "/desk/cases/{asked}/relays/"),
    "desk/questions/": (STAFF, "/desk/questions/"),
    "desk/promises/": (STAFF, "/desk/promises/"),
    "desk/^promises/(?P<whose>team|all)/$": (STAFF, "/desk/promises/all/"),
    "desk/errors/": (STAFF, "/desk/errors/"),
    "desk/errors/new/": (STAFF, "/desk/errors/new/"),
    "desk/errors/<int:pk>/": (STAFF, "/desk/errors/{error}/"),
    "desk/measures/": (STAFF, "/desk/measures/"),
    "desk/people/": (STAFF, "/desk/people/?q=rosa"),
    "desk/people/<int:pk>/": (STAFF, "/desk/people/{person}/"),
    "desk/search/": (STAFF, "/desk/search/?q=contract+is:closed"),
    "desk/settings/search/": (ADMIN, "/desk/settings/search/"),
    "desk/people/<int:pk>/block/": (STAFF, "/desk/people/{person}/block/"),
    "desk/people/<int:pk>/merge/<int:other>/": (STAFF, "/desk/people/{person}/merge/{other}/"),
    "desk/people/blocks/": (ADMIN, "/desk/people/blocks/"),
    "desk/people/twins/": (STAFF, "/desk/people/twins/"),
    "desk/people/organisations/": (STAFF, "/desk/people/organisations/"),
    "desk/people/organisations/new/": (STAFF, "/desk/people/organisations/new/"),
    "desk/people/organisations/<int:pk>/": (STAFF, "/desk/people/organisations/{organisation}/"),
    "me/<str:token>/block/": (PERSON, "/me/{token}/block/"),
    "desk/settings/outside/": (ADMIN, "/desk/settings/outside/"),
    "desk/settings/outside/new/": (ADMIN, "/desk/settings/outside/new/"),
    "desk/settings/outside/<int:pk>/": (ADMIN, "/desk/settings/outside/{system}/"),
    "desk/settings/outbox/": (STAFF, "/desk/settings/outbox/"),
    "desk/settings/me/": (STAFF, "/desk/settings/me/"),
    "desk/settings/mailboxes/": (ADMIN, "/desk/settings/mailboxes/"),
    "desk/settings/mailboxes/new/": (ADMIN, "/desk/settings/mailboxes/new/"),
    "desk/settings/mailboxes/<int:pk>/": (ADMIN, "/desk/settings/mailboxes/{mailbox}/"),
    "desk/settings/staff/": (ADMIN, "/desk/settings/staff/"),
    "desk/settings/staff/new/": (ADMIN, "/desk/settings/staff/new/"),
    "desk/settings/staff/<int:pk>/": (ADMIN, "/desk/settings/staff/{advisor}/"),
    "desk/settings/teams/new/": (ADMIN, "/desk/settings/teams/new/"),
    "desk/settings/teams/<int:pk>/": (ADMIN, "/desk/settings/teams/{team}/"),
    "desk/settings/fields/": (ADMIN, "/desk/settings/fields/"),
    "desk/settings/fields/new/": (ADMIN, "/desk/settings/fields/new/"),
    "desk/settings/fields/<int:pk>/": (ADMIN, "/desk/settings/fields/{field}/"),
    "desk/settings/hours/<int:pk>/": (ADMIN, "/desk/settings/hours/{team}/"),
    "desk/settings/words/": (ADMIN, "/desk/settings/words/"),
    "desk/settings/ready-answers/": (STAFF, "/desk/settings/ready-answers/"),
    "desk/cases/<str:reference>/ready-answers/": (STAFF, "/desk/cases/{asked}/ready-answers/"),
    "desk/settings/quarantine/": (ADMIN, "/desk/settings/quarantine/"),
    "desk/settings/agreed/": (ADMIN, "/desk/settings/agreed/"),
    "desk/settings/away/": (STAFF, "/desk/settings/away/"),
    "desk/settings/hours/": (ADMIN, "/desk/settings/hours/"),
    "desk/settings/jobs/": (ADMIN, "/desk/settings/jobs/"),
}

# Pages that exist in the demonstration only.
DEMO_PAGES = {
    "exchange/": "/exchange/",
    "exchange/<str:address>/": "/exchange/{address}/",
    "exchange/<str:address>/write/": "/exchange/{address}/write/",
    "exchange/<str:address>/<str:number>/": "/exchange/{address}/{number}/",
}

_CASE, _SETTINGS, _MINE = "desk/cases/<str:reference>/", "desk/settings/", "me/<str:token>/<str:reference>/"
ACTS = "an act: it answers POST, and shows no page of its own"
FILE = "a file or a letter as it came: not a page of ours"
NOT_HERE = "a page of the sign-in library that this house does not have, or passes on"
NOT_PAGES = {
    **dict.fromkeys(
        [
            *(
                _CASE + act
                for act in (
                    "opening/",
                    "replies/",
                    "replies/<int:message>/withdrawal/",
                    "replies/<int:message>/attempt/",
                    "replies/<int:message>/haste/",
                    "notes/",
                    "draft/",
                    "draft/preview/",
                    "draft/attachments/",
                    "draft/attachments/<int:attachment>/removal/",
                    "state/",
                    "wish/",
                    "fault/",
                    "fields/",
                    "questions/",
                    "questions/<int:question>/",
                    "questions/<int:question>/dismissal/",
                    "questions/<int:question>/restoration/",
                    "promises/<int:promise>/keeping/",
                    "promises/<int:promise>/offers/",
                    "later/",
                    "signing/",
                    "links/<int:link>/removal/",
                    "participants/<int:person>/leaving/",
                    "happened/<int:event>/undoing/",
                    "relays/<int:relay>/closing/",
                    "ready-answers/insertion/",
                    "snooze/",
                    "snooze/waking/",
                    "tags/",
                )
            ),
            *(
                _SETTINGS + act
                for act in (
                    "mailboxes/<int:pk>/removal/",
                    "staff/<int:pk>/departure/",
                    "staff/<int:pk>/return/",
                    "staff/<int:pk>/link/",
                    "quarantine/<int:pk>/attempts/",
                    "quarantine/<int:pk>/dismissal/",
                    "outbox/<int:pk>/attempts/",
                    "jobs/<int:pk>/attempts/",
                    "search/readings/",
                    "me/absence/",
                    "outside/<int:pk>/removal/",
                    "fields/<int:pk>/archive/",
                    "fields/<int:pk>/restoration/",
                    "me/presence/",
                    "words/<int:pk>/",
                    "words/<int:pk>/removal/",
                    "ready-answers/<int:pk>/",
                    "ready-answers/<int:pk>/removal/",
                    "ready-answers/<int:pk>/restoration/",
                    "tags/<int:pk>/",
                    "tags/<int:pk>/merging/",
                    "tags/<int:pk>/parting/",
                    "tags/<int:pk>/removal/",
                    "tags/<int:pk>/restoration/",
                )
            ),
            *(
                _MINE + act
                for act in (
                    "questions/",
                    "questions/<int:number>/again/",
                    "promises/<int:number>/acceptance/",
                    "promises/<int:number>/dispute/",
                    "promises/<int:number>/kept/",
                    "promises/<int:number>/withdrawal/",
                    "promises/<int:number>/resumption/",
                    "promises/<int:number>/agreement/",
                    "reopening/",
                    "wish/",
                )
            ),
            "desk/tabs/<str:reference>/closing/",
            "desk/tabs/<str:reference>/return/",
            "desk/settings/me/onward/",
            "desk/bulk/<int:pk>/undoing/",
            "desk/views/<int:pk>/removal/",
            "desk/views/<int:pk>/restoration/",
            "desk/errors/<int:pk>/cases/",
            "desk/errors/<int:pk>/mending/",
            "desk/people/<int:pk>/addresses/",
            "desk/people/<int:pk>/addresses/<int:address>/first/",
            "desk/people/<int:pk>/notes/",
            "desk/people/^(?P<pk>[0-9]{1,18})/notes/(?P<note>[0-9]{1,18})/(?P<act>pin|unpin|removal|restoration)/$",
            "desk/people/<int:pk>/fields/",
            "desk/people/<int:pk>/membership/",
            "desk/people/<int:pk>/merges/<int:number>/undo/",
            "desk/people/^(?P<pk>[0-9]{1,18})/block/(?P<act>decision|lifting|answer)/$",
            "desk/people/blocks/read/<int:number>/",
            "desk/people/twins/<int:number>/apart/",
            "desk/people/organisations/<int:pk>/fields/",
            "desk/people/<int:pk>/addresses/<int:address>/removal/",
        ],
        ACTS,
    ),
    **dict.fromkeys(
        [
            _CASE + "attachments/<int:attachment>/",
            _CASE + "messages/<int:message>/drawn/",
            _CASE + "messages/<int:message>/original/",
            _SETTINGS + "quarantine/<int:pk>/original/",
            "me/<str:token>/<str:reference>/files/<int:number>/",
            "exchange/<str:address>/<str:number>/drawn/",
        ],
        FILE,
    ),
    **dict.fromkeys(
        [
            "desk/account/password/set/",
            "desk/account/signup/",
            "desk/account/email/",
            "desk/account/reauthenticate/",
            "desk/settings/",
        ],
        NOT_HERE,
    ),
    _CASE + "presence/": "a part of a page",
    _CASE + "draft/review/": "a part of a page",
    _CASE + "draft/readers/": "a part of a page",
    _CASE + "relays/<int:relay>/": "a side conversation: there is one only where a third party holds a part",
    "desk/promises/near/": "a part of a page",
    "desk/search/suggestions/": "a part of a page",
    "desk/views/preview/": "a part of a page",
    _CASE + "ahead/": "a case that nobody looks at yet, sealed",
    "desk/bulk/": "a part of a page",
    "desk/bulk/<int:pk>/": "a part of a page; alone where there is no script",
    _CASE + "outside/": "a part of a page",
    "desk/people/<int:pk>/outside/": "a part of a page",
    _SETTINGS + "mailboxes/<int:pk>/test/": "a part of a page",
    "health/live": "for machines",
    "health/ready": "for machines",
}


def routes() -> set[str]:
    """Every route that the resolver knows, but for the API's."""
    return {route for route in _walk(get_resolver().url_patterns) if not route.startswith("api/v1/")}


def _walk(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    for pattern in patterns:
        route = f"{before}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, route)
        else:
            yield route
