"""Letters to staff, and what comes of an advisor's answer from their own mail program."""

from email import message_from_bytes, policy

import pytest

from petitevoix.cases.actions.assigning import assign, take
from petitevoix.cases.actions.drafting import keep_draft
from petitevoix.cases.actions.following import follow
from petitevoix.cases.actions.noting import note
from petitevoix.cases.models import Attachment, Case, Draft, Message
from petitevoix.cases.models.question import questions_owed
from petitevoix.channels.email.compose import Sender, compose
from petitevoix.delivery.models import Parcel
from petitevoix.jobs.runner import run_until_idle
from petitevoix.people.telling import be_told_of
from tests.cast import make_advisor

DENIS, ANA = "Denis <denis@desk.example>", "ana@letters.example"
ANSWER = "Hello Ana,\n\nA cable was cut on Monday and was mended on Tuesday, because a digger hit it. It will not happen again."


@pytest.fixture
def letter(case, denis, esther, mailbox):
    """The letter that Denis has when Esther gives him Ana's case."""
    assign(case, by=esther, advisor=denis, team=case.team)
    run_until_idle(["reactions"])
    return composed(Parcel.objects.get(purpose="staff"))


def composed(parcel: Parcel):
    sender = Sender("help@desk.example", "Help")
    return message_from_bytes(compose(parcel, sender).content, policy=policy.default)


def answer(write, letter, words: str, **fields: str) -> bytes:
    quoted = "\n".join(f"> {line}" for line in letter.get_body(("plain",)).get_content().split("\n"))
    given = {
        "from": DENIS, "to": str(letter["reply-to"]), "subject": f"Re: {letter['subject']}",
        "in_reply_to": str(letter["message-id"]), "references": f"{letter['references']} {letter['message-id']}",
    }  # fmt: skip
    return write(f"{words}\n\nOn Sat, Help <help@desk.example> wrote:\n{quoted}", **(given | fields))


def staff_letters() -> list[tuple[str, str]]:
    return list(Parcel.objects.filter(purpose="staff").order_by("id").values_list("to", "contents__words"))


def back() -> Parcel:
    return Parcel.objects.get(purpose="staff-back")


def draft(mode: str = "reply") -> str:
    return Draft.objects.get(mode=mode).words


def test_a_letter_to_staff_says_who_and_what_and_is_answered_at_a_signed_address(letter, case):
    words = letter.get_body(("plain",)).get_content()
    assert "Esther gave you the case of Ana Ferreira." in words
    assert "So far, as the person reads it too:\n\nAsked: What happened" in words.replace("\r", "")
    assert "> What happened, and will it happen again?" in words
    assert f"/desk/cases/{case.reference}/" in words
    assert letter["auto-submitted"] == "auto-generated"
    assert str(letter["reply-to"]).startswith("Help <help+st")
    assert case.reply_token not in letter.as_string()
    assert case.person.token not in letter.as_string()


def test_it_lists_what_is_still_asked_and_says_how_an_answer_is_held_against_it(letter, case):
    words = letter.get_body(("plain",)).get_content().replace("\r", "")
    _before, _title, rest = words.partition("What they still ask\n")
    for question in questions_owed(case):
        assert f"\n- {question.words}" in f"\n{rest}"
    assert "- –" not in words
    assert "\n\nWhat your words" in rest  # how it is held against them is none of the questions
    assert "What your words answer leaves as answered." in " ".join(rest.split())


def test_its_letters_about_one_case_are_one_thread(letter, case, denis, esther):
    note(case, by=esther, words="@Denis, see this")
    run_until_idle(["reactions"])
    second = composed(Parcel.objects.filter(purpose="staff").last())
    assert (second["references"], second["subject"]) == (letter["references"], letter["subject"])
    assert second["message-id"] != letter["message-id"]


def test_an_advisors_letter_becomes_their_reply_in_the_persons_thread(letter, case, denis, deliver, write, settings):
    settings.UNDO_SECONDS = 0
    taken = deliver(answer(write, letter, f"{ANSWER}\n\n-- \nDenis\nHelp at the desk"), carried=True)
    reply = Message.objects.get(voice="us")
    assert (taken.kind, taken.message) == ("reply", reply)
    assert (reply.advisor, reply.words) == (denis, ANSWER)
    case.refresh_from_db()
    assert case.state == Case.State.PENDING
    parcel = Parcel.objects.get(purpose="reply")
    assert (parcel.to, parcel.state) == (ANA, "left")
    assert "ana-1@letters.example" in parcel.contents["references"]
    assert "st" + str(denis.pk) not in str(parcel.contents)
    assert not Parcel.objects.filter(purpose="staff-back").exists()


def test_the_person_answers_it_and_the_advisor_answers_again(letter, case, denis, deliver, write, settings):
    settings.UNDO_SECONDS = 0
    be_told_of(denis, of=["mine"])
    deliver(answer(write, letter, ANSWER), carried=True)
    sent = composed(Parcel.objects.get(purpose="reply"))
    deliver(write("Thank you. Which street was it?", to=str(sent["reply-to"]), in_reply_to=str(sent["message-id"])))
    told = composed(Parcel.objects.filter(purpose="staff").last())
    assert "Which street was it?" in told.get_body(("plain",)).get_content()
    deliver(answer(write, told, "It was the street of the mill: rue du Moulin."))
    assert [one.words[:6] for one in case.messages.told().exclude(voice="note")] == [
        "The bo",
        "Hello ",
        "Thank ",
        "It was",
    ]
    assert Case.objects.count() == 1


@pytest.mark.parametrize("beginning", ["note: ", "Note :", "NOTE:\n"])
def test_a_letter_that_begins_with_note_is_among_us(letter, case, denis, deliver, write, beginning):
    deliver(answer(write, letter, f"{beginning}@Esther, it was the digger."))
    said = case.messages.get(voice="note")
    assert (said.words, said.advisor) == ("@Esther, it was the digger.", denis)
    assert not case.messages.filter(voice="us").exists()
    assert ("esther@desk.example" in dict(staff_letters())) is True


def test_where_something_unseen_has_arrived_it_is_stopped_shown_and_kept(letter, case, deliver, write, outbox):
    deliver(write("Stop, it works again.", to=f"help+{case.reply_token}@desk.example"))
    deliver(answer(write, letter, ANSWER))
    assert not case.messages.filter(voice="us").exists()
    assert draft() == ANSWER
    told = composed(back())
    words = told.get_body(("plain",)).get_content()
    assert "Your answer to Ana Ferreira has not left. Something arrived while you were writing." in words
    assert "> Stop, it works again." in words
    assert f"/desk/cases/{case.reference}/" in words
    assert told["auto-submitted"] == "auto-replied"
    deliver(answer(write, told, ANSWER))
    assert case.messages.get(voice="us").words == ANSWER


def test_a_question_left_unmarked_stops_it_as_on_the_page(letter, case, deliver, write):
    deliver(answer(write, letter, "Hello Ana, thank you for your letter."))
    assert not case.messages.filter(voice="us").exists()
    assert draft() == "Hello Ana, thank you for your letter."
    assert "has not left" in back().contents["words"]


def test_a_draft_that_was_begun_is_not_lost_to_one_that_is_stopped(letter, case, denis, deliver, write):
    keep_draft(case, by=denis, mode="reply", words="Begun on the page")
    deliver(answer(write, letter, "Thank you."))
    assert draft() == "Begun on the page\n\nThank you."


def test_a_mention_that_is_refused_keeps_the_note_as_a_draft(letter, case, denis, line, deliver, write):
    line.is_private = True
    line.save()
    make_advisor("Iris")
    deliver(answer(write, letter, "note: @Iris, look"))
    assert draft("note") == "@Iris, look"
    assert "Iris may not see this case" in back().contents["words"]


@pytest.mark.parametrize("sender", ["Denis <denis@elsewhere.example>", "Esther <esther@desk.example>"])
def test_from_another_address_it_is_any_strangers_letter(letter, case, esther, deliver, write, sender):
    taken = deliver(answer(write, letter, ANSWER, **{"from": sender}))
    assert not Message.objects.filter(voice="us").exists()
    assert taken.message.voice == "person"
    assert taken.message.case != case
    assert not Draft.objects.exists()
    assert not Parcel.objects.filter(purpose="reply").exists()


def test_a_letter_of_the_person_at_that_address_is_their_own_words(letter, case, deliver, write):
    taken = deliver(answer(write, letter, "I wrote this.", **{"from": ANA}))
    assert (taken.message.voice, taken.message.person) == ("person", case.person)
    assert not Message.objects.filter(voice="us").exists()


def test_a_forged_signature_opens_nothing(letter, case, deliver, write):
    address = str(letter["reply-to"]).replace("help+st", "help+st9")
    taken = deliver(answer(write, letter, ANSWER, to=address, in_reply_to="", references=""))
    assert not Message.objects.filter(voice="us").exists()
    assert taken.message.case != case


def test_an_account_that_is_closed_answers_nothing(letter, denis, deliver, write):
    type(denis).objects.filter(pk=denis.pk).update(is_active=False)
    deliver(answer(write, letter, ANSWER))
    assert not Message.objects.filter(voice="us").exists()


@pytest.mark.parametrize(
    "fields", [{"auto_submitted": "auto-replied"}, {"subject": "Automatic reply: a case"}, {"precedence": "bulk"}]
)
def test_an_out_of_office_is_never_a_reply_and_nobody_hears_of_it(letter, case, deliver, write, fields):
    before = Parcel.objects.count()
    taken = deliver(answer(write, letter, "I am away until Monday, because I am on leave.", **fields))
    assert (taken.kind, taken.message) == ("automatic", None)
    assert Parcel.objects.count() == before
    assert Message.objects.count() == 1


def test_a_server_that_takes_no_signed_addresses_is_answered_by_what_the_letter_answers(letter, case, deliver, write):
    deliver(answer(write, letter, ANSWER, to="help@desk.example"))
    assert case.messages.get(voice="us").words == ANSWER


def test_a_letter_that_only_quotes_says_nothing_to_the_person(letter, case, deliver, write):
    deliver(answer(write, letter, ""))
    assert not case.messages.filter(voice="us").exists()
    assert "There are no words in this reply yet." in back().contents["words"]


def test_a_quote_that_cannot_be_told_from_the_words_is_not_sent(letter, case, deliver, write):
    whole = letter.get_body(("plain",)).get_content()
    deliver(write(f"{ANSWER}\n{whole}", to=str(letter["reply-to"]), **{"from": DENIS}))
    assert not case.messages.filter(voice="us").exists()
    assert "could not be told from what your letter quotes" in back().contents["words"]


def test_files_go_along_and_leave_the_draft_of_the_page_alone(letter, case, denis, deliver, write):
    keep_draft(case, by=denis, mode="reply", words="Begun on the page")
    words = f'--b\nContent-Type: text/plain\n\n{ANSWER}\n--b\nContent-Type: image/png\nContent-Disposition: attachment; filename="map.png"\n\nPNG\n--b--'
    deliver(write(words, to=str(letter["reply-to"]), content_type='multipart/mixed; boundary="b"', **{"from": DENIS}))
    assert Attachment.objects.get().message == case.messages.get(voice="us")
    assert [file["name"] for file in Parcel.objects.get(purpose="reply").contents["files"]] == ["map.png"]
    assert draft() == "Begun on the page"


def test_who_may_see_the_case_no_more_is_told_only_that(letter, case, denis, bills, deliver, write):
    bills.is_private = True
    bills.save()
    Case.objects.filter(pk=case.pk).update(team=bills, advisor=None)
    deliver(answer(write, letter, ANSWER))
    told = back().contents
    assert not Draft.objects.exists()
    assert "You may no longer see this case." in told["words"]
    assert "Ana" not in str(told)
    assert case.title not in str(told)


def test_letters_back_to_one_who_writes_without_end_end(letter, deliver, write):
    for _ in range(12):
        deliver(answer(write, letter, "Thank you."))
    assert Parcel.objects.filter(purpose="staff-back").count() == 10


def test_each_hears_of_what_they_chose_and_of_nothing_they_did_themselves(case, denis, esther, deliver, write):
    take(case, by=denis)
    follow(case, by=esther)
    note(case, by=denis, words="@Denis")
    run_until_idle(["reactions"])
    deliver(write("Hello?", to=f"help+{case.reply_token}@desk.example"))
    assert staff_letters() == []
    be_told_of(denis, of=["mine"])
    be_told_of(esther, of=["followed"])
    deliver(write("Is anybody there?", to=f"help+{case.reply_token}@desk.example"))
    assert [(to, words.split("\n")[0]) for to, words in staff_letters()] == [
        ("denis@desk.example", "Ana Ferreira wrote in a case of yours."),
        ("esther@desk.example", "Ana Ferreira wrote in a case that you follow."),
    ]
    deliver(write("I am away.", to=f"help+{case.reply_token}@desk.example", auto_submitted="auto-replied"))
    assert len(staff_letters()) == 2


def test_no_letter_tells_of_a_case_that_its_reader_may_see_no_more(case, denis, line):
    make_advisor("Iris")
    note(case, by=denis, words="@Iris")
    line.is_private = True
    line.save()
    run_until_idle(["reactions"])
    assert staff_letters() == []


def test_a_case_given_with_a_word_that_calls_its_new_holder_is_one_letter(case, denis, esther):
    assign(case, by=esther, advisor=denis, team=case.team, word="@Denis, for you")
    run_until_idle(["reactions"])
    [(to, words)] = staff_letters()
    assert to == "denis@desk.example"
    assert "Esther gave you the case" in words
    assert "> @Denis, for you" in words


def test_the_same_news_told_twice_is_one_letter(letter):
    from petitevoix.cases import reactions
    from petitevoix.journal.models import Event

    reactions.tell_who_has_it(Event.objects.get(name="case.assigned"))
    assert len(staff_letters()) == 1


def test_a_letter_to_staff_that_comes_back_changes_nothing_of_the_case(letter, case, deliver, write, bounce):
    Parcel.objects.filter(purpose="staff").update(state="left")
    Case.objects.filter(pk=case.pk).update(state="pending", waiting_since=None)
    deliver(bounce(str(letter["message-id"]).strip("<>"), "denis@desk.example"))
    case.refresh_from_db()
    assert (case.state, Case.objects.count(), case.messages.count()) == ("pending", 1, 1)
