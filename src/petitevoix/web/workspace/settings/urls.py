"""The addresses of the quieter pages."""

from django.urls import path

from petitevoix.web.workspace.settings import index
from petitevoix.web.workspace.settings.agreed import page as agreed
from petitevoix.web.workspace.settings.away import page as away
from petitevoix.web.workspace.settings.checklists import page as checklists
from petitevoix.web.workspace.settings.components import page as components
from petitevoix.web.workspace.settings.fields import page as fields
from petitevoix.web.workspace.settings.hours import page as hours
from petitevoix.web.workspace.settings.jobs import page as jobs
from petitevoix.web.workspace.settings.macros import page as macros
from petitevoix.web.workspace.settings.mailboxes import page as mailboxes
from petitevoix.web.workspace.settings.mailboxes import trial
from petitevoix.web.workspace.settings.me import page as me
from petitevoix.web.workspace.settings.outbox import page as outbox
from petitevoix.web.workspace.settings.outside import page as outside
from petitevoix.web.workspace.settings.pace import page as pace
from petitevoix.web.workspace.settings.quarantine import page as quarantine
from petitevoix.web.workspace.settings.ready import page as ready
from petitevoix.web.workspace.settings.search import page as search
from petitevoix.web.workspace.settings.shown import page as shown
from petitevoix.web.workspace.settings.staff import page as staff
from petitevoix.web.workspace.settings.staff import teams
from petitevoix.web.workspace.settings.tags import page as tags
from petitevoix.web.workspace.settings.told import page as told
from petitevoix.web.workspace.settings.turns import page as turns
from petitevoix.web.workspace.settings.words import page as words

urlpatterns = [
    path("", index.show),
    path("mailboxes/", mailboxes.show),
    path("mailboxes/new/", mailboxes.add),
    path("mailboxes/<int:pk>/", mailboxes.change),
    path("mailboxes/<int:pk>/front/", mailboxes.front),
    path("mailboxes/<int:pk>/removal/", mailboxes.remove),
    path("mailboxes/<int:pk>/test/", trial.show),
    path("staff/", staff.show),
    path("staff/new/", staff.add),
    path("staff/<int:pk>/", staff.change),
    path("staff/<int:pk>/departure/", staff.depart),
    path("staff/<int:pk>/return/", staff.readmit),
    path("staff/<int:pk>/link/", staff.link),
    path("teams/new/", teams.add),
    path("teams/<int:pk>/", teams.change),
    path("quarantine/", quarantine.show),
    path("quarantine/<int:pk>/original/", quarantine.original),
    path("quarantine/<int:pk>/attempts/", quarantine.retry),
    path("quarantine/<int:pk>/dismissal/", quarantine.dismiss),
    path("outbox/", outbox.show),
    path("outbox/<int:pk>/attempts/", outbox.retry),
    path("jobs/", jobs.show),
    path("jobs/<int:pk>/attempts/", jobs.retry),
    path("search/", search.show),
    path("search/readings/", search.read_anew),
    path("words/", words.show),
    path("words/<int:pk>/", words.change),
    path("words/<int:pk>/removal/", words.remove),
    path("tags/", tags.show),
    path("tags/<int:pk>/", tags.change),
    path("tags/<int:pk>/merging/", tags.merge),
    path("tags/<int:pk>/parting/", tags.part),
    path("tags/<int:pk>/removal/", tags.remove),
    path("tags/<int:pk>/restoration/", tags.restore),
    path("agreed/", agreed.show),
    path("hours/", hours.show),
    path("hours/<int:pk>/", hours.change),
    path("away/", away.show),
    path("fields/", fields.show),
    path("fields/new/", fields.add),
    path("fields/<int:pk>/", fields.change),
    path("fields/<int:pk>/archive/", fields.archive),
    path("fields/<int:pk>/restoration/", fields.restore),
    path("outside/", outside.show),
    path("outside/new/", outside.add),
    path("outside/<int:pk>/", outside.change),
    path("outside/<int:pk>/removal/", outside.remove),
    path("ready-answers/", ready.show),
    path("ready-answers/<int:pk>/", ready.change),
    path("ready-answers/<int:pk>/removal/", ready.remove),
    path("ready-answers/<int:pk>/restoration/", ready.restore),
    path("components/", components.show),
    path("told/", told.show),
    path("macros/", macros.show),
    path("macros/new/", macros.new),
    path("macros/preview/", macros.preview),
    path("macros/<int:pk>/", macros.change),
    path("macros/<int:pk>/removal/", macros.remove),
    path("macros/<int:pk>/restoration/", macros.restore),
    path("checklists/", checklists.show),
    path("checklists/new/", checklists.new),
    path("checklists/<int:pk>/", checklists.change),
    path("checklists/<int:pk>/removal/", checklists.remove),
    path("checklists/<int:pk>/restoration/", checklists.restore),
    path("checklists/<int:pk>/snags/<int:snag>/", checklists.mending),
    path("turns/", turns.show),
    path("turns/<int:pk>/", turns.change),
    path("pace/", pace.show),
    path("pace/<int:pk>/agreement/", pace.agree),
    path("pace/<int:pk>/end/", pace.end),
    path("shown/", shown.show),
    path("shown/strengths/", shown.declare),
    path("shown/strengths/<int:pk>/withdrawal/", shown.withdraw),
    path("me/", me.show),
    path("me/absence/", me.absence),
    path("me/onward/", me.onward),
    path("me/presence/", away.say),
]
