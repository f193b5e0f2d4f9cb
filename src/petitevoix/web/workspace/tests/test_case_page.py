"""The page of a case: read by who may, answered once, taken back in time; nothing unseen is answered over."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from petitevoix.cases.actions.noting import note
from petitevoix.cases.actions.receiving import Arrival, File, receive
from petitevoix.cases.models import Attachment, Case, Draft, Message, Presence
from petitevoix.cases.models.question import questions_owed
from petitevoix.channels.email.keeping import letters
from petitevoix.delivery.models import Parcel
from petitevoix.jobs.runner import run_until_idle
from petitevoix.journal.models import Whisper
from petitevoix.kit import clock
from petitevoix.people.models import Team
from petitevoix.vault.models import Entry
from tests.cast import make_advisor

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _in_english(client):
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"


@pytest.fixture
def base(case) -> str:
    return f"/desk/cases/{case.reference}/"


def seen(case) -> int:
    return case.messages.order_by("-id").first().pk


def marks(case) -> dict[str, str]:
    """All that was asked, marked as answered, as the page sends it."""
    return {f"mark-{question.pk}": "answered" for question in questions_owed(case)}


def text(response) -> str:
    return response.content.decode()


def test_the_title_is_the_persons_question_and_their_words_are_a_letter(desk, base):
    page = text(desk.get(base))
    assert re.search(r"<h1[^>]*>What happened to my line\?</h1>", page)
    assert "letter person" in page
    assert "will it happen again?" in page


def test_a_stranger_signs_in_first(client, base):
    assert client.get(base)["Location"] == f"/desk/account/login/?next={base}"


def test_a_private_case_of_others_looks_like_no_case_at_all(desk, case, base):
    Case.objects.filter(pk=case.pk).update(team=Team.objects.create(name="Secret", is_private=True))
    nothing = desk.get("/desk/cases/PV-222222/")
    for path in (base, f"{base}assignment/", f"{base}messages/1/original/"):
        hidden = desk.get(path)
        assert (hidden.status_code, hidden.content) == (404, nothing.content)
    assert desk.post(f"{base}replies/", {"words": "Hello"}).status_code == 404


@pytest.mark.parametrize("noun", ["replies/", "notes/", "state/", "draft/", "draft/preview/", "draft/attachments/"])
def test_an_act_is_never_done_by_reading(desk, base, noun):
    assert desk.get(base + noun).status_code == 405


def test_a_case_page_is_not_written_to(desk, base):
    assert desk.post(base).status_code == 405


def test_opening_is_an_access_and_refreshing_is_not(desk, case, base, denis):
    desk.get(base)
    desk.get(base, headers={**HTMX, "HX-Target": "thread"})
    opened = Entry.objects.filter(kind="access", name="case.opened")
    assert [(entry.who, entry.what) for entry in opened] == [(denis.actor, case.topic)]


def test_a_reply_leaves_and_can_be_taken_back(desk, case, base):
    page = desk.post(f"{base}replies/", {"words": "A worn splitter.", "seen": seen(case), **marks(case)}, follow=True)
    written = Message.objects.get(voice="us")
    assert "Take it back" in text(page)
    desk.post(f"{base}replies/{written.pk}/withdrawal/")
    assert Parcel.objects.get(purpose="reply").state == Parcel.State.WITHDRAWN
    assert "A worn splitter." in text(desk.get(base))
    assert Draft.objects.get().words == "A worn splitter."


def test_another_advisors_reply_is_not_theirs_to_take_back(desk, client, case, base, esther):
    desk.post(f"{base}replies/", {"words": "Mine.", **marks(case)})
    written = Message.objects.get(voice="us")
    client.force_login(esther)
    assert client.post(f"{base}replies/{written.pk}/withdrawal/").status_code == 422
    assert "Take it back" not in text(client.get(base))


def test_a_reply_over_something_unseen_is_stopped_with_its_words_kept(desk, case, base):
    before = seen(case)
    receive(Arrival(channel="email", sender="ana@letters.example", words="Wait, it stopped again!"), case=case)
    stopped = desk.post(f"{base}replies/", {"words": "All is well.", "seen": before}, headers=HTMX)
    assert stopped.status_code == 409
    assert "Wait, it stopped again!" in text(stopped)
    assert "All is well." in text(stopped)
    shown = int(re.search(r'name="seen" value="(\d+)"', text(stopped)).group(1))
    again = {"words": "I look again.", "seen": shown, **marks(case)}
    assert desk.post(f"{base}replies/", again, headers=HTMX).status_code == 200


def test_a_stopped_reply_says_so_without_a_script_too(desk, case, base):
    before = seen(case)
    note(case, by=make_advisor("Hugo"), words="Careful, the street is down.")
    page = desk.post(f"{base}replies/", {"words": "All is well.", "seen": before})
    assert page.status_code == 409
    assert "<html" in text(page)
    assert "All is well." in text(page)


def test_a_note_is_never_a_letter(desk, case, base, outbox):
    desk.post(f"{base}notes/", {"words": "Check the splitter first."})
    with clock.stopped_at(clock.now() + timedelta(minutes=1)):
        run_until_idle()
    assert Message.objects.get(voice="note").words == "Check the splitter first."
    assert [parcel.purpose for parcel in outbox.carried] == ["acknowledgement"]
    assert "letter note" in text(desk.get(base))
    portal = desk.get(f"/me/{case.person.token}/{case.reference}/")
    assert portal.status_code == 200
    assert "Check the splitter" not in text(portal)


def test_the_draft_of_a_note_is_not_the_draft_of_a_reply(desk, base):
    desk.post(f"{base}draft/", {"mode": "note", "words": "Between us"})
    desk.post(f"{base}draft/", {"mode": "reply", "words": "Dear Ana"})
    page = text(desk.get(base))
    assert re.search(r'id="note-words"[^>]*>Between us<', page)
    assert re.search(r'id="reply-words"[^>]*>Dear Ana<', page)


def test_two_windows_never_write_over_each_other(desk, base):
    first = desk.post(f"{base}draft/", {"mode": "reply", "words": "One"}).json()
    other = desk.post(f"{base}draft/", {"mode": "reply", "words": "Two"})
    assert (other.status_code, other.json()["words"]) == (409, "One")
    assert Draft.objects.get().words == "One"
    known = {"mode": "reply", "words": "One and two", "known": first["known"]}
    assert desk.post(f"{base}draft/", known).status_code == 200
    assert desk.post(f"{base}draft/", {"mode": "reply", "words": "Three", "leaving": "1"}).status_code == 200
    assert Draft.objects.get().words == "One and two\n\nThree"


def test_files_go_with_the_draft_and_then_with_the_reply(desk, case, base):
    photo = SimpleUploadedFile("photo.png", b"\x89PNG", content_type="image/png")
    added = desk.post(f"{base}draft/attachments/", {"mode": "reply", "files": photo})
    assert added.status_code == 201
    desk.post(f"{base}replies/", {"words": "See the picture.", "seen": seen(case), **marks(case)})
    assert [file.name for file in Message.objects.get(voice="us").attachments.all()] == ["photo.png"]


def test_files_that_are_too_large_are_refused_politely(desk, base, settings):
    settings.ATTACHMENT_LIMIT = 1024 * 1024
    large = SimpleUploadedFile("film.mp4", b"x" * (1024 * 1024 + 1))
    refused = desk.post(f"{base}draft/attachments/", {"mode": "reply", "files": large})
    assert (refused.status_code, "1 MB" in refused.json()["said"]) == (422, True)
    assert not Attachment.objects.exists()


def test_a_file_can_be_taken_out_of_ones_own_draft_only(desk, client, base, esther):
    desk.post(f"{base}draft/attachments/", {"mode": "reply", "files": SimpleUploadedFile("a.txt", b"a")})
    file = Attachment.objects.get()
    client.force_login(esther)
    client.post(f"{base}draft/attachments/{file.pk}/removal/")
    assert client.get(f"{base}attachments/{file.pk}/").status_code == 404
    assert Attachment.objects.exists()
    client.force_login(file.draft.advisor)
    client.post(f"{base}draft/attachments/{file.pk}/removal/")
    assert not Attachment.objects.exists()


def test_one_does_not_know_yet_and_says_so(desk, case, base, esther):
    desk.post(f"{base}replies/", {"words": "I am asking.", "seen": seen(case), "news": "tomorrow", "ask": esther.pk})
    case.refresh_from_db()
    assert case.state == Case.State.OPEN
    assert case.news_due_at > clock.now()
    assert "does not know yet and asked Esther" in text(desk.get(base))


@pytest.mark.parametrize("then", ["pending", "open", "held"])
def test_who_answers_chooses_what_happens_then(desk, case, base, then):
    desk.post(f"{base}replies/", {"words": "Here.", "seen": seen(case), "then": then, **marks(case)})
    case.refresh_from_db()
    assert case.state == then


def test_a_reply_does_not_close_a_case(desk, case, base):
    refused = desk.post(f"{base}replies/", {"words": "Bye.", "then": "closed"})
    assert refused.status_code == 422
    assert not Message.objects.filter(voice="us").exists()


def test_an_answer_is_copied_only_to_who_takes_part(desk, base, bruno, case):
    refused = desk.post(f"{base}replies/", {"words": "Here.", "copy": bruno.pk})
    assert refused.status_code == 422
    case.participants.create(person=bruno)
    desk.post(f"{base}replies/", {"words": "Here.", "copy": bruno.pk, **marks(case)})
    assert set(Parcel.objects.filter(purpose="copy").values_list("to", flat=True)) == {"bruno@letters.example"}


def test_taking_handing_over_and_turning_are_told_in_words(desk, case, base, denis, esther):
    desk.post(f"{base}assignment/", {"take": "1"})
    desk.post(f"{base}assignment/", {"advisor": esther.pk, "team": case.team_id, "word": "You know this street."})
    desk.post(f"{base}state/", {"state": "held"})
    case.refresh_from_db()
    assert (case.advisor, case.state) == (esther, "held")
    page = text(desk.get(base))
    for sentence in ("Denis took the case.", "Denis handed the case over to Esther.", "You know this street.",
                     "somebody else holds a part of it now"):  # fmt: skip
        assert sentence in page


def test_a_case_closes_with_words(desk, case, base):
    assert desk.post(f"{base}closure/", {"what_it_was": "A worn splitter."}).status_code == 422
    both = {"what_it_was": "A worn splitter.", "what_was_done": "Replaced.", "seen": seen(case), **marks(case)}
    assert desk.post(f"{base}closure/", both).status_code == 302
    case.refresh_from_db()
    assert case.state == Case.State.CLOSED


def test_the_ways_without_a_script_are_pages(desk, base):
    assert 'name="advisor"' in text(desk.get(f"{base}assignment/"))
    assert 'name="what_it_was"' in text(desk.get(f"{base}closure/"))


def test_a_keeper_reads_and_nothing_more(client, base, gaspard):
    client.force_login(gaspard)
    assert 'id="reply-form"' not in text(client.get(base))
    assert client.post(f"{base}replies/", {"words": "Hello"}).status_code == 422


def test_a_letter_that_failed_says_why_and_is_tried_again(desk, case, base):
    desk.post(f"{base}replies/", {"words": "Here.", "seen": seen(case), **marks(case)})
    written = Message.objects.get(voice="us")
    Parcel.objects.filter(pk=written.parcel_id).update(state="failed", trouble="550 no such mailbox")
    Message.objects.filter(pk=written.pk).update(leaves_at=clock.ago(minutes=1))
    assert "550 no such mailbox" in text(desk.get(base))
    desk.post(f"{base}replies/{written.pk}/attempt/")
    assert Parcel.objects.get(pk=written.parcel_id).state == Parcel.State.WAITING


def test_others_are_seen_reading_and_writing(desk, client, case, base, esther, denis):
    desk.post(f"{base}presence/", {"doing": "writing"})
    desk.post(f"{base}presence/", {"doing": "writing"})
    assert Whisper.objects.count() == 1
    client.force_login(esther)
    assert "Denis is writing" in text(client.post(f"{base}presence/", {"doing": "reading"}))
    client.post(f"{base}presence/", {"doing": ""})
    assert list(Presence.objects.values_list("advisor", flat=True)) == [denis.pk]


def with_files(case, *files: File, html: str = "", original: str = "") -> Message:
    arrival = Arrival(
        channel="email", sender="ana@letters.example", words="See.", files=list(files), html=html, original=original
    )
    return receive(arrival, case=case)


def test_a_strangers_page_is_only_ever_a_download(desk, case, base):
    kinds = ["text/html", "image/svg+xml", "application/pdf", "image/png"]
    message = with_files(case, *[File(f"é {n}", kind, b"<script>") for n, kind in enumerate(kinds)])
    for file in message.attachments.all():
        answer = desk.get(f"{base}attachments/{file.pk}/")
        drawable = file.media_type == "image/png"
        assert answer["Content-Type"] == ("image/png" if drawable else "application/octet-stream")
        assert answer["Content-Disposition"].startswith("inline" if drawable else "attachment")
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer["Content-Security-Policy"]
        assert b"".join(answer.streaming_content) == b"<script>"


def test_a_file_of_another_case_is_not_handed_out_under_this_one(desk, case, base, line):
    other = receive(
        Arrival(channel="form", sender="bruno@letters.example", words="Mine", files=[File("a", "a/b", b"x")])
    )
    assert desk.get(f"{base}attachments/{other.attachments.get().pk}/").status_code == 404


def test_a_letter_as_it_was_drawn_can_do_nothing(desk, case, base):
    picture = File("logo.png", "image/png", b"\x89PNG", content_id="logo@x", is_inline=True)
    html = '<p>Hi</p><img data-cid="logo@x"><img data-src="https://spy.example/p.gif">'
    message = with_files(case, picture, html=html)
    drawn = desk.get(f"{base}messages/{message.pk}/drawn/")
    assert f'src="{base}attachments/{message.attachments.get().pk}/"' in text(drawn)
    assert 'data-src="https://spy' in text(drawn)
    policy = drawn["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "sandbox" in policy
    assert "script" not in policy
    assert "https:" not in policy
    assert ' src="https://spy' in text(desk.get(f"{base}messages/{message.pk}/drawn/?pictures"))


def test_the_original_letter_is_handed_out_to_the_byte(desk, case, base, data):
    raw = b"From: ana@letters.example\r\n\r\nSee."
    message = with_files(case, original=letters().put(raw))
    answer = desk.get(f"{base}messages/{message.pk}/original/")
    assert b"".join(answer.streaming_content) == raw
    assert answer["Content-Disposition"].startswith("attachment")


def test_quoted_words_are_folded_and_machines_are_labelled(desk, case, base):
    arrival = Arrival(
        channel="email", sender="ana@letters.example", words="I am away.", rest="> your letter", automatic="auto-reply"
    )
    receive(arrival, case=case)
    page = text(desk.get(base))
    assert "automatic answer" in page
    assert re.search(r"<details class=\"folded\">.*&gt; your letter", page, re.DOTALL)


def test_a_stranger_draws_nothing_in_our_page(desk, case, base):
    with_files(case, File("<b>x</b>", "text/plain", b"x"))
    receive(Arrival(channel="email", sender="ana@letters.example", words="<script>alert(1)</script>"), case=case)
    page = text(desk.get(base))
    assert "<script>alert" not in page
    assert "<b>x</b>" not in page
    assert not re.search(r'\s(style|on\w+)="', page)


def test_words_are_previewed_as_they_will_be_read(desk, base):
    drawn = text(desk.post(f"{base}draft/preview/", {"words": "**Yes** <script>"}))
    assert drawn == "<p><strong>Yes</strong> &lt;script&gt;</p>\n"


def test_a_case_costs_few_queries(desk, case, base, denis, settings, django_assert_max_num_queries):
    for number in range(4):
        note(case, by=denis, words=f"Note {number}")
    settings.REMEMBER_SECONDS = 60
    with django_assert_max_num_queries(35):  # four are for its tab, the first time
        desk.get(base)
    with django_assert_max_num_queries(22):  # sessions, teams, views and tags are remembered for a moment
        desk.get(base)


def test_no_part_of_a_case_is_read_without_an_opening_in_the_log(desk, case, base, denis):
    openings = Entry.objects.filter(name="case.opened", who=denis.actor, what=case.topic)
    desk.get(base, headers={"HX-Target": "thread", "HX-Request": "true"})
    assert openings.count() == 1
    desk.get(base, headers={"HX-Target": "thread", "HX-Request": "true"})
    assert openings.count() == 1
    with clock.stopped_at(clock.now() + timedelta(hours=2)):
        desk.get(base, headers={"HX-Target": "thread", "HX-Request": "true"})
    assert openings.count() == 2


def test_a_letter_without_words_or_sender_says_so_and_is_not_answered_into_the_void(desk, outbox, data):
    from petitevoix.cases.actions.receiving import Arrival, receive

    nobody = receive(Arrival(channel="email", sender="", title="Only a header", words="")).case
    base = f"/desk/cases/{nobody.reference}/"
    page = desk.get(base, headers={"accept-language": "en"}).content.decode()
    assert "There are no words in this letter." in page
    assert "Somebody without an address" in page
    answer = desk.post(f"{base}replies/", {"words": "Hello?"}, headers={"accept-language": "en"})
    assert answer.status_code == 422
    assert "There is no address to answer to" in answer.content.decode()


def test_handing_over_works_on_a_page_of_its_own_as_well_as_inside_its_case(desk, base):
    assert (
        "hx-post" in text(desk.get(f"{base}assignment/", headers=HTMX)).partition('id="handing"')[2].partition(">")[0]
    )
    assert "hx-post" not in text(desk.get(f"{base}assignment/")).partition('id="handing"')[2].partition(">")[0]
