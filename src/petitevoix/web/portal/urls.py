"""The addresses of those who ask."""

from django.urls import path

from petitevoix.web.portal.ask import begun
from petitevoix.web.portal.ask import views as ask
from petitevoix.web.portal.block import views as block
from petitevoix.web.portal.cases import acts, files
from petitevoix.web.portal.cases import views as cases
from petitevoix.web.portal.exchange import views as exchange
from petitevoix.web.portal.link import views as link
from petitevoix.web.portal.register.views import register

CASE = "me/<str:token>/<str:reference>/"
app_name = "portal"
urlpatterns = [
    path("", ask.asking, name="ask"),
    path("begun/", begun.note, name="begun"),
    path("asked/<str:reference>/", ask.asked, name="asked"),
    path("errors/", register, name="register"),
    path("link/", link.linking, name="link"),
    path("me/<str:token>/", cases.everything, name="me"),
    path("me/<str:token>/way/", acts.way, name="way"),
    path("me/<str:token>/block/", block.show, name="block"),
    path(CASE, cases.case_page, name="case"),
    path(f"{CASE}questions/", acts.questions, name="questions"),
    path(f"{CASE}questions/<int:number>/again/", acts.asked_again, name="asked-again"),
    *(path(f"{CASE}promises/<int:number>/{act}/", acts.promise, {"act": act}, name=act) for act in acts.DO),
    path(f"{CASE}reopening/", acts.reopening, name="reopening"),
    path(f"{CASE}wish/", acts.wish, name="wish"),
    path(f"{CASE}who/", acts.who, name="who"),
    path(f"{CASE}messages/<int:number>/told-twice/", acts.told_twice, {"is_told": True}, name="told-twice"),
    path(f"{CASE}messages/<int:number>/told-once/", acts.told_twice, {"is_told": False}, name="told-once"),
    path(f"{CASE}files/<int:number>/", files.file, name="file"),
    path("exchange/", exchange.persons, name="exchange"),
    path("exchange/<str:address>/", exchange.mailbox, name="exchange-mailbox"),
    path("exchange/<str:address>/write/", exchange.write, name="exchange-write"),
    path("exchange/<str:address>/<str:number>/", exchange.letter, name="exchange-letter"),
    path("exchange/<str:address>/<str:number>/drawn/", exchange.drawn, name="exchange-drawn"),
]
