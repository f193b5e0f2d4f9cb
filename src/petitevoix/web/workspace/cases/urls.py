"""The addresses of one case; each act is a noun."""

from django.urls import path

from petitevoix.web.workspace.cases import (
    answering,
    closing,
    drafting,
    holding,
    letters,
    page,
    presence,
    promises,
    questions,
    ready,
    reviewing,
)

urlpatterns = [
    path("", page.show),
    path("replies/", answering.replies),
    path("replies/<int:message>/withdrawal/", answering.withdrawal),
    path("replies/<int:message>/attempt/", answering.attempt),
    path("notes/", answering.notes),
    path("draft/", drafting.draft),
    path("draft/preview/", drafting.preview),
    path("draft/attachments/", drafting.attachments),
    path("draft/attachments/<int:attachment>/removal/", drafting.removal),
    path("draft/review/", reviewing.review),
    path("ready-answers/", ready.choose),
    path("ready-answers/insertion/", ready.insertion),
    path("questions/", questions.add),
    path("questions/<int:question>/", questions.change),
    path("questions/<int:question>/dismissal/", questions.dismissal),
    path("questions/<int:question>/restoration/", questions.restoration),
    path("promises/<int:promise>/keeping/", promises.keeping),
    path("promises/<int:promise>/offers/", promises.offers),
    path("assignment/", holding.assignment),
    path("state/", holding.state),
    path("tags/", holding.tags),
    path("wish/", holding.wish),
    path("fault/", holding.fault),
    path("closure/", closing.closure),
    path("presence/", presence.presence),
    path("attachments/<int:attachment>/", letters.attachment),
    path("messages/<int:message>/drawn/", letters.drawn),
    path("messages/<int:message>/original/", letters.original),
]
