"""The addresses of people's pages."""

from django.urls import path, re_path

from petitevoix.web.workspace.outside import page as outside
from petitevoix.web.workspace.people.block import page as block
from petitevoix.web.workspace.people.found import page as found
from petitevoix.web.workspace.people.organisations import page as organisations
from petitevoix.web.workspace.people.person import acts
from petitevoix.web.workspace.people.person import page as person
from petitevoix.web.workspace.people.twins import page as twins

urlpatterns = [
    path("", found.show),
    path("<int:pk>/", person.show),
    path("<int:pk>/addresses/", acts.addresses),
    path("<int:pk>/addresses/<int:address>/first/", acts.first),
    path("<int:pk>/addresses/<int:address>/removal/", acts.remove_address),
    path("<int:pk>/notes/", acts.notes),
    re_path(r"^(?P<pk>[0-9]{1,18})/notes/(?P<note>[0-9]{1,18})/(?P<act>pin|unpin|removal|restoration)/$", acts.note),
    path("<int:pk>/fields/", acts.fields),
    path("<int:pk>/outside/", outside.of_person),
    path("<int:pk>/membership/", acts.membership),
    path("<int:pk>/merge/<int:other>/", twins.merge),
    path("<int:pk>/merges/<int:number>/undo/", twins.part),
    path("<int:pk>/block/", block.show),
    re_path(r"^(?P<pk>[0-9]{1,18})/block/(?P<act>decision|lifting|answer)/$", block.decide),
    path("blocks/", block.waiting),
    path("blocks/read/<int:number>/", block.read),
    path("twins/", twins.show),
    path("twins/<int:number>/apart/", twins.apart),
    path("organisations/", organisations.show),
    path("organisations/new/", organisations.add),
    path("organisations/<int:pk>/", organisations.change),
    path("organisations/<int:pk>/fields/", organisations.fields),
]
