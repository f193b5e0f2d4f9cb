"""Programs show the draft of a reply to colleagues, and take over what a colleague shows."""

import pytest

from petitevoix.api import answers
from petitevoix.cases.models import Draft

pytestmark = pytest.mark.django_db


def test_a_draft_is_shown_read_taken_over_and_shown_no_more(case, denis_program, program, esther):
    path, lead = f"/cases/{case.reference}", program(esther)
    shown = denis_program.post(f"{path}/draft/sharing", {"text": "C’est réparé."})
    assert answers.OwnDraft.model_validate_json(shown.content).shared_at
    [shared] = lead.get(f"{path}/drafts").json()["items"]
    assert (shared["text"], shared["advisor"]["name"]) == ("C’est réparé.", "Denis")
    taken = lead.post(f"{path}/drafts/{shared['id']}/taking-over").json()
    assert taken == {"text": "C’est réparé.", "shared_at": None}
    assert denis_program.post(f"{path}/draft/sharing", {}).json()["text"] == "C’est réparé."
    ended = denis_program.delete(f"{path}/draft/sharing").json()
    assert ended == {"text": "C’est réparé.", "shared_at": None}
    assert lead.get(f"{path}/drafts").json()["items"] == []


def test_what_is_shown_no_more_is_not_taken_over(case, denis_program, program, esther):
    path, lead = f"/cases/{case.reference}", program(esther)
    denis_program.post(f"{path}/draft/sharing", {"text": "Wait."})
    number = Draft.objects.get().pk
    denis_program.delete(f"{path}/draft/sharing")
    refused = lead.post(f"{path}/drafts/{number}/taking-over")
    assert refused.status_code == 422
    assert "no longer shared" in refused.json()["detail"]
    assert not Draft.objects.filter(advisor=esther).exists()


def test_in_a_hidden_case_and_by_who_only_reads_nothing_is_shown(case, hidden, denis_program, program, gaspard):
    assert denis_program.post(f"/cases/{hidden.reference}/draft/sharing", {"text": "Hm."}).status_code == 404
    assert denis_program.delete(f"/cases/{hidden.reference}/draft/sharing").status_code == 404
    assert denis_program.post(f"/cases/{hidden.reference}/drafts/1/taking-over").status_code == 404
    assert program(gaspard).post(f"/cases/{case.reference}/draft/sharing", {"text": "Hm."}).status_code == 403
    assert not Draft.objects.exists()
