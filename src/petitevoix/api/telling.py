"""Telling: rows as they lie in the database, made the JSON that `answers` describes."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.http import HttpResponse

from petitevoix.cases.actions.following import followers
from petitevoix.cases.models import (
    Attachment,
    Case,
    Closure,
    Mention,
    Message,
    Participant,
    Promise,
    Recipient,
    Summary,
    Tag,
)
from petitevoix.people.models import Address, Advisor, Organisation, Person
from petitevoix.people.preferring import is_obeyed

CASE = (
    "id", "reference", "title", "state", "channel", "language", "first_words", "person_id", "person__name", "team_id",
    "team__name", "advisor_id", "advisor__name", "opened_at", "waiting_since", "news_due_at", "snoozed_until",
    "changed_at", "wish", "fault", "tags", "fields",
)  # fmt: skip
MESSAGE = (
    "id", "voice", "channel", "person_id", "person__name", "advisor_id", "advisor__name", "words", "rest", "language",
    "automatic", "at", "leaves_at", "relay_id", "is_withheld",
)  # fmt: skip
QUESTION = (
    "id", "case__reference", "message_id", "words", "starts_at", "ends_at", "kind", "state", "by", "reason",
    "answer_id", "asked_at", "marked_at",
)  # fmt: skip
PERSON = (
    "id", "name", "legal_name", "language", "preferred_language", "reached_by", "reached_when", "organisation_id",
    "organisation__name", "fields", "met_at",
)  # fmt: skip


def answer(body: dict[str, Any], status: int = 200, *, location: str = "") -> HttpResponse:
    """Answer with JSON, which nobody on the way keeps."""
    headers = {"Cache-Control": "no-store"} | ({"Location": location} if location else {})
    words = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return HttpResponse(words, status=status, content_type="application/json", headers=headers)


def case_told(row: dict[str, Any], names: dict[int, str]) -> dict[str, Any]:
    """Tell one row of `CASE`."""
    return {
        "id": row["id"],
        "reference": row["reference"],
        "title": row["title"],
        "state": row["state"],
        "channel": row["channel"],
        "language": row["language"],
        "first_words": row["first_words"],
        "person": _name(row, "person"),
        "team": _name(row, "team"),
        "advisor": _name(row, "advisor"),
        "opened_at": moment(row["opened_at"]),
        "waiting_since": moment(row["waiting_since"]),
        "news_due_at": moment(row["news_due_at"]),
        "snoozed_until": moment(row["snoozed_until"]),
        "wish": row["wish"],
        "fault": row["fault"],
        "tags": list(dict.fromkeys(names[pk] for pk in row["tags"] if pk in names)),
        "fields": row["fields"],
        "changed_at": moment(row["changed_at"]),
    }


def cases_told(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Tell rows of `CASE`, with the tags of all of them in one query."""
    rows = list(rows)
    names = _tag_names({pk for row in rows for pk in row["tags"]})
    return [case_told(row, names) for row in rows]


def _tag_names(numbers: set[int]) -> dict[int, str]:
    """Name tags; one that was merged by what it stands for, none that was dropped."""
    if not numbers:
        return {}
    rows = Tag.objects.filter(pk__in=numbers, is_dropped=False).select_related("stands_for")
    known = {tag.pk: tag.stands_for or tag for tag in rows}
    return {pk: tag.name for pk, tag in known.items() if not tag.is_dropped}


def whole_case_told(pk: int) -> dict[str, Any]:
    """Tell a case with those who take part, its last message and, where it is closed, its closure."""
    [told] = cases_told(Case.objects.filter(pk=pk).values(*CASE))
    parts = Participant.objects.filter(case=pk).order_by("id").values("person_id", "person__name")
    last = Message.objects.told().filter(case=pk).order_by("-id").values_list("id", flat=True).first()
    closure = Closure.objects.filter(case=pk).select_related("by").first() if told["state"] == "closed" else None
    way, left = Case.objects.values_list("person__reached_by", "left_unsent").get(pk=pk)
    return {
        **told,
        "preferred_way": way,
        "preferred_way_met": is_obeyed(way),
        "left_unsent": left,
        "participants": [_name(row, "person") for row in parts],
        "last_message": last,
        "closure": closure and closure_told(closure),
        "followers": [{"id": pk, "name": name} for pk, name in followers(Case(pk=pk))],
        "summary": _summary_told(pk),
        "joined": list(Case.objects.filter(joined_into=pk).order_by("id").values_list("reference", flat=True)),
    }


def _summary_told(case: int) -> dict[str, Any] | None:
    summary = Summary.objects.in_force().filter(case=case).select_related("to").first()
    if summary is None:
        return None
    return {
        "text": summary.words,
        "to": {"id": summary.to.pk, "name": summary.to.name},
        "written_at": moment(summary.written_at),
        "read_at": moment(summary.read_at),
    }


def closure_told(closure: Closure) -> dict[str, Any]:
    """Tell what a case was and what was done."""
    return {
        "what_it_was": closure.what_it_was,
        "what_was_done": closure.what_was_done,
        "how_to_avoid": closure.how_to_avoid,
        "whose_fault": closure.whose_fault,
        "acknowledgment": closure.acknowledgment,
        "repair": closure.repair,
        "what_changes": closure.what_changes,
        "by": closure.by and {"id": closure.by.pk, "name": closure.by.name},
        "at": moment(closure.at),
    }


def messages_told(reference: str, rows: Iterable[dict[str, Any]], *, reader: Advisor) -> list[dict[str, Any]]:
    """Tell rows of `MESSAGE`, with the files of all of them in one query; of what is withheld, not the words."""
    rows = list(rows)
    hidden = set() if reader.sees_all else {row["id"] for row in rows if row["is_withheld"]}
    files: dict[int, list[dict[str, Any]]] = {row["id"]: [] for row in rows}
    fields = ("id", "message_id", "name", "media_type", "size")
    for file in Attachment.objects.filter(message__in=list(files)).order_by("id").values(*fields):
        url = f"/api/v1/cases/{reference}/attachments/{file['id']}"
        files[file.pop("message_id")].append({**file, "url": url})
    readers: dict[int, dict[str, list[str]]] = {row["id"]: {"to": [], "cc": [], "bcc": []} for row in rows}
    called: dict[int, list[dict[str, Any]]] = {row["id"]: [] for row in rows}
    mentions = Mention.objects.filter(message__in=[row["id"] for row in rows if row["voice"] == "note"]).order_by("id")
    for message, pk, name in mentions.values_list("message_id", "advisor_id", "advisor__name"):
        called[message].append({"id": pk, "name": name})
    named = Recipient.objects.filter(message__in=list(readers)).order_by("id")
    for message, kind, address in named.values_list("message_id", "kind", "address"):
        readers[message][kind].append(address)
    return [
        {
            "id": row["id"],
            "voice": row["voice"],
            "channel": row["channel"],
            "person": _name(row, "person"),
            "advisor": _name(row, "advisor"),
            "text": "" if row["id"] in hidden else row["words"],
            "rest": "" if row["id"] in hidden else row["rest"],
            "withheld": row["is_withheld"],
            "language": row["language"],
            "automatic": row["automatic"],
            "at": moment(row["at"]),
            "leaves_at": moment(row["leaves_at"]),
            "attachments": [] if row["id"] in hidden else files[row["id"]],
            "relay": row["relay_id"],
            "mentions": called[row["id"]],
            **readers[row["id"]],
        }
        for row in rows
    ]


def question_told(row: dict[str, Any]) -> dict[str, Any]:
    """Tell one row of `QUESTION`."""
    return {
        "id": row["id"],
        "case": row["case__reference"],
        "message": row["message_id"],
        "text": row["words"],
        "start": row["starts_at"],
        "end": row["ends_at"],
        "kind": row["kind"],
        "state": row["state"],
        "by": row["by"],
        "reason": row["reason"],
        "answer": row["answer_id"],
        "asked_at": moment(row["asked_at"]),
        "marked_at": moment(row["marked_at"]),
    }


def promise_told(promise: Promise, reference: str) -> dict[str, Any]:
    """Tell one promise of a case."""
    return {
        "id": promise.pk,
        "case": reference,
        "kind": promise.kind,
        "text": promise.words,
        "condition": promise.condition,
        "state": promise.state,
        "owner": promise.owner and {"id": promise.owner.pk, "name": promise.owner.name},
        "message": promise.message_id,
        "question": promise.question_id,
        "due_at": moment(promise.due_at),
        "first_due_at": moment(promise.first_due_at),
        "offered_due_at": moment(promise.offered_due_at),
        "made_at": moment(promise.made_at),
        "kept_at": moment(promise.kept_at),
    }


def message_told(reference: str, pk: int, *, reader: Advisor) -> dict[str, Any]:
    """Tell one message."""
    rows = Message.objects.filter(pk=pk).telling_withheld().values(*MESSAGE)
    return messages_told(reference, rows, reader=reader)[0]


def people_told(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Tell rows of `PERSON`, with the addresses of all of them in one query."""
    rows = list(rows)
    ways: dict[int, list[dict[str, str]]] = {row["id"]: [] for row in rows}
    for address in Address.objects.filter(person__in=list(ways)).values("person_id", "kind", "value"):
        ways[address["person_id"]].append({"kind": address["kind"], "value": address["value"]})
    return [_person(row) | {"addresses": ways[row["id"]]} for row in rows]


def _person(row: dict[str, Any]) -> dict[str, Any]:
    house = _name(row, "organisation")
    told = {name: value for name, value in row.items() if not name.startswith("organisation_")}
    return {**told, "organisation": house, "met_at": moment(row["met_at"])}


def organisation_told(one: Organisation) -> dict[str, Any]:
    """Tell one organisation."""
    names = ("id", "name", "notes", "admits_by_domain", "shares_cases", "fields")
    domains = [domain.name for domain in one.domains.all()]
    return {name: getattr(one, name) for name in names} | {"domains": domains, "founded_at": moment(one.founded_at)}


def person_told(pk: int) -> dict[str, Any]:
    """Tell one person."""
    return people_told(Person.objects.filter(pk=pk).values(*PERSON))[0]


def moment(at: datetime | None) -> str | None:
    """Write a moment in UTC."""
    return at.isoformat().replace("+00:00", "Z") if at else None


def _name(row: Mapping[str, Any], who: str) -> dict[str, Any] | None:
    return None if row[f"{who}_id"] is None else {"id": row[f"{who}_id"], "name": row[f"{who}__name"]}
