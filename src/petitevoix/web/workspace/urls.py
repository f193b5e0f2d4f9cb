"""The addresses of the workspace."""

from django.urls import include, path, re_path

from petitevoix.web.workspace.cases.urls import urlpatterns as cases
from petitevoix.web.workspace.load import page as load
from petitevoix.web.workspace.measures import page as measures
from petitevoix.web.workspace.offered import page as offered
from petitevoix.web.workspace.owed import promises, questions
from petitevoix.web.workspace.search import page as search
from petitevoix.web.workspace.search import suggestions
from petitevoix.web.workspace.today import page as today

urlpatterns = [
    path("", today.show, {"key": "waiting"}),
    path("mine/", today.show, {"key": "mine"}),
    path("unassigned/", today.show, {"key": "unassigned"}),
    re_path(r"^(?P<key>teams|drafts|followed|all|snoozed)/$", today.show),
    path("team/<int:team>/", today.show, {"key": "team"}),
    re_path(r"^(?P<key>pending|held|watched|closed|spam)/$", today.show),
    path("views/<int:view>/", today.show, {"key": "view"}),
    path("views/", include("petitevoix.web.workspace.views.urls")),
    path("tabs/", include("petitevoix.web.workspace.tabs.urls")),
    path("mentions/", include("petitevoix.web.workspace.mentions.urls")),
    path("bulk/", include("petitevoix.web.workspace.bulk.urls")),
    path("offered/", offered.show),
    path("questions/", questions.show),
    path("promises/", promises.show),
    path("promises/near/", promises.near),
    re_path(r"^promises/(?P<whose>team|all)/$", promises.show),
    path("errors/", include("petitevoix.web.workspace.errors.urls")),
    path("cases/<str:reference>/", include(cases)),
    path("measures/", measures.show),
    path("load/", load.show),
    path("load/hands/<int:pk>/", load.answer),
    path("search/", search.show),
    path("search/suggestions/", suggestions.show),
    path("people/", include("petitevoix.web.workspace.people.urls")),
    path("settings/", include("petitevoix.web.workspace.settings.urls")),
]
