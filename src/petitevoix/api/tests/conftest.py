"""A program that speaks to the API as one member of staff."""

import json
from typing import Any

import pytest
from django.test import Client

from petitevoix.api.auth import SCOPES
from petitevoix.api.models import Token
from petitevoix.cases.actions.receiving import Arrival, receive
from petitevoix.cases.models import Case
from petitevoix.people.models import Advisor

ROOT = "/api/v1"


class Program:
    """A client with a token, that speaks JSON."""

    def __init__(self, advisor: Advisor, *scopes: str) -> None:
        self.token, self.secret = Token.issue(advisor, list(scopes or SCOPES))
        self.client = Client(raise_request_exception=False)

    def get(self, path: str, **query: Any):
        return self.client.get(ROOT + path, query, headers=self._headers())

    def post(self, path: str, body: Any = None, **headers: str):
        return self._send(self.client.post, path, body, headers)

    def delete(self, path: str, **headers: str):
        return self._send(self.client.delete, path, None, headers)

    def patch(self, path: str, body: Any = None, **headers: str):
        return self._send(self.client.patch, path, body, headers)

    def _send(self, method: Any, path: str, body: Any, headers: dict[str, str]):
        words = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        kind = headers.pop("content_type", "application/json")
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return method(ROOT + path, words, content_type=kind, headers={**self._headers(), **named})

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.secret}", "Accept-Language": "en"}


@pytest.fixture
def program():
    """Make a program for an advisor, with all scopes or with those named."""
    return Program


@pytest.fixture
def denis_program(denis) -> Program:
    return Program(denis)


@pytest.fixture
def hidden(case, bills) -> Case:
    """A case of a private team, which Denis is not in."""
    bills.is_private = True
    bills.save()
    return receive(
        Arrival(channel="form", sender="secret@letters.example", words="Is this between us?", team=bills)
    ).case
