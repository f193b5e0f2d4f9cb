"""The addresses of one case; each act is a noun."""

from django.urls import path

from petitevoix.web.workspace.cases import answering, drafting, holding, letters, page, presence

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
    path("assignment/", holding.assignment),
    path("state/", holding.state),
    path("closure/", holding.closure),
    path("presence/", presence.presence),
    path("attachments/<int:attachment>/", letters.attachment),
    path("messages/<int:message>/drawn/", letters.drawn),
    path("messages/<int:message>/original/", letters.original),
]
