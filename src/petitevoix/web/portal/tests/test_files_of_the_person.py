"""Files: handed to the person of the case and to nobody else, and nothing in them ever runs."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from petitevoix.cases.actions.noting import note
from petitevoix.cases.actions.receiving import Arrival, File, receive
from petitevoix.cases.models import Attachment, Draft
from petitevoix.cases.models.attachment import store
from petitevoix.kit import clock
from tests.cast import reply

pytestmark = pytest.mark.django_db


def hung(case, name: str, media_type: str, content: bytes = b"words") -> Attachment:
    """A file that Ana sent."""
    file = File(name=name, media_type=media_type, content=content)
    message = receive(Arrival(channel="email", sender="ana@letters.example", words="Here.", files=[file]), case=case)
    return message.attachments.get()


def drafted(case, by, mode: str) -> Attachment:
    draft = Draft.objects.create(case=case, advisor=by, mode=mode)
    return Attachment.objects.create(
        draft=draft, name="plan.pdf", media_type="application/pdf", size=4, sha256=store().put(b"%PDF")
    )


def address(case, person, file: Attachment) -> str:
    return f"/me/{person.token}/{case.reference}/files/{file.pk}/"


def test_a_picture_is_shown_and_all_else_is_downloaded(client, case, ana):
    picture, paper = hung(case, "box.png", "image/png", b"\x89PNG"), hung(case, "bill.pdf", "application/pdf", b"%PDF")
    shown, given = client.get(address(case, ana, picture)), client.get(address(case, ana, paper))
    assert b"".join(shown.streaming_content) == b"\x89PNG"
    assert shown["Content-Type"] == "image/png"
    assert shown["Content-Disposition"].startswith("inline")
    assert given["Content-Disposition"] == 'attachment; filename="bill.pdf"'
    assert given["Content-Type"] == "application/octet-stream"
    for answer in (shown, given):
        assert "sandbox" in answer["Content-Security-Policy"]
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "private" in answer["Cache-Control"]
        answer.close()


@pytest.mark.parametrize(
    "media_type",
    ["image/svg+xml", "text/html", "application/xhtml+xml", "text/xml", "image/png; x=<svg>", "IMAGE/SVG+XML"],
)
def test_what_could_run_is_never_shown_inline(client, case, ana, media_type):
    file = hung(case, "trap.svg", media_type, b"<svg onload=alert(1)>")
    answer = client.get(address(case, ana, file))
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Type"] == "application/octet-stream"
    answer.close()


def test_a_hostile_name_stays_in_its_header(client, case, ana):
    file = hung(case, '../..\r\nSet-Cookie: a=b"; x', "application/pdf")
    answer = client.get(address(case, ana, file))
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert "/" not in answer["Content-Disposition"]
    answer.close()


def test_a_stranger_and_another_case_get_nothing(client, case, ana, chloe):
    file = hung(case, "box.png", "image/png")
    other = receive(Arrival(channel="email", sender="ana@letters.example", words="Other?", title="Other?")).case
    assert client.get(address(case, chloe, file)).status_code == 404
    assert client.get(address(other, ana, file)).status_code == 404
    assert client.get(f"/me/1-{'a' * 16}/{case.reference}/files/{file.pk}/").status_code == 404


def test_files_of_notes_and_drafts_are_not_reachable(client, case, ana, denis):
    draft = drafted(case, denis, Draft.Mode.REPLY)
    assert client.get(address(case, ana, draft)).status_code == 404
    noted = drafted(case, denis, Draft.Mode.NOTE)
    assert client.get(address(case, ana, noted)).status_code == 404
    note(case, by=denis, words="See the plan.", draft=noted.draft)
    noted.refresh_from_db()
    assert noted.message is not None
    assert client.get(address(case, ana, noted)).status_code == 404


def test_files_of_words_that_can_be_taken_back_wait_with_them(client, case, ana, denis):
    file = drafted(case, denis, Draft.Mode.REPLY)
    reply(case, by=denis, words="Here is the plan.", draft=file.draft)
    assert client.get(address(case, ana, file)).status_code == 404
    with clock.stopped_at(clock.now() + timedelta(seconds=11)):
        answer = client.get(address(case, ana, file))
    assert answer.status_code == 200
    answer.close()


def test_a_file_whose_bytes_are_gone_is_not_an_error_page(client, case, ana):
    file = hung(case, "box.png", "image/png")
    store().path(file.sha256).unlink()
    assert client.get(address(case, ana, file)).status_code == 404


def test_wrong_methods_are_refused(client, case, ana):
    file = hung(case, "box.png", "image/png")
    assert client.post(address(case, ana, file)).status_code == 405


def test_files_sent_from_the_page_come_into_the_case(client, case, ana):
    files = [SimpleUploadedFile("a.txt", b"one", "text/plain"), SimpleUploadedFile("b.txt", b"two", "text/plain")]
    answer = client.post(f"/me/{ana.token}/{case.reference}/", {"words": "", "files": files})
    assert answer.status_code == 302
    assert set(case.messages.last().attachments.values_list("name", flat=True)) == {"a.txt", "b.txt"}
    assert "a.txt" in client.get(f"/me/{ana.token}/{case.reference}/").content.decode()
