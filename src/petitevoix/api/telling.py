"""Telling: rows as they lie in the database, made the JSON that `answers` describes."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.http import HttpResponse

from petitevoix.cases.models import Attachment, Case, Closure, Message, Participant
from petitevoix.people.models import Address, Person

CASE = (
    "id", "reference", "title", "state", "channel", "language", "first_words", "person_id", "person__name", "team_id",
    "team__name", "advisor_id", "advisor__name", "opened_at", "waiting_since", "news_due_at", "changed_at",
)  # fmt: skip
MESSAGE = (
    "id", "voice", "channel", "person_id", "person__name", "advisor_id", "advisor__name", "words", "rest", "language",
    "automatic", "at", "leaves_at",
)  # fmt: skip
PERSON = ("id", "name", "language", "met_at")


def answer(body: dict[str, Any], status: int = 200, *, location: str = "") -> HttpResponse:
    """Answer with JSON, which nobody on the way keeps."""
    headers = {"Cache-Control": "no-store"} | ({"Location": location} if location else {})
    words = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return HttpResponse(words, status=status, content_type="application/json", headers=headers)


def case_told(row: dict[str, Any]) -> dict[str, Any]:
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
        "changed_at": moment(row["changed_at"]),
    }


def whole_case_told(pk: int) -> dict[str, Any]:
    """Tell a case with those who take part, its last message and, where it is closed, its closure."""
    told = case_told(Case.objects.values(*CASE).get(pk=pk))
    parts = Participant.objects.filter(case=pk).order_by("id").values("person_id", "person__name")
    last = Message.objects.told().filter(case=pk).order_by("-id").values_list("id", flat=True).first()
    closure = Closure.objects.filter(case=pk).select_related("by").first() if told["state"] == "closed" else None
    return {
        **told,
        "participants": [_name(row, "person") for row in parts],
        "last_message": last,
        "closure": closure and closure_told(closure),
    }


def closure_told(closure: Closure) -> dict[str, Any]:
    """Tell what a case was and what was done."""
    return {
        "what_it_was": closure.what_it_was,
        "what_was_done": closure.what_was_done,
        "by": {"id": closure.by.pk, "name": closure.by.name},
        "at": moment(closure.at),
    }


def messages_told(reference: str, rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Tell rows of `MESSAGE`, with the files of all of them in one query."""
    rows = list(rows)
    files: dict[int, list[dict[str, Any]]] = {row["id"]: [] for row in rows}
    fields = ("id", "message_id", "name", "media_type", "size")
    for file in Attachment.objects.filter(message__in=list(files)).order_by("id").values(*fields):
        url = f"/api/v1/cases/{reference}/attachments/{file['id']}"
        files[file.pop("message_id")].append({**file, "url": url})
    return [
        {
            "id": row["id"],
            "voice": row["voice"],
            "channel": row["channel"],
            "person": _name(row, "person"),
            "advisor": _name(row, "advisor"),
            "text": row["words"],
            "rest": row["rest"],
            "language": row["language"],
            "automatic": row["automatic"],
            "at": moment(row["at"]),
            "leaves_at": moment(row["leaves_at"]),
            "attachments": files[row["id"]],
        }
        for row in rows
    ]


def message_told(reference: str, pk: int) -> dict[str, Any]:
    """Tell one message."""
    return messages_told(reference, Message.objects.filter(pk=pk).values(*MESSAGE))[0]


def people_told(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Tell rows of `PERSON`, with the addresses of all of them in one query."""
    rows = list(rows)
    ways: dict[int, list[dict[str, str]]] = {row["id"]: [] for row in rows}
    for address in Address.objects.filter(person__in=list(ways)).values("person_id", "kind", "value"):
        ways[address["person_id"]].append({"kind": address["kind"], "value": address["value"]})
    return [{**row, "met_at": moment(row["met_at"]), "addresses": ways[row["id"]]} for row in rows]


def person_told(pk: int) -> dict[str, Any]:
    """Tell one person."""
    return people_told(Person.objects.filter(pk=pk).values(*PERSON))[0]


def moment(at: datetime | None) -> str | None:
    """Write a moment in UTC."""
    return at.isoformat().replace("+00:00", "Z") if at else None


def _name(row: Mapping[str, Any], who: str) -> dict[str, Any] | None:
    return None if row[f"{who}_id"] is None else {"id": row[f"{who}_id"], "name": row[f"{who}__name"]}
