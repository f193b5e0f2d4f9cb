"""Asking twice is doing once: the answer to a write is kept a day under the key its program chose.

A key is claimed first, so that a second request meets it while the first still works. The answer is then kept in the
transaction of the act, and only by whoever still holds the claim: killed at any instant, the act is done once or not.
"""

import hashlib
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from typing import Any

from django.db import transaction
from django.http import HttpResponse

from petitevoix.api.auth import Call
from petitevoix.api.models import KEPT, Answer
from petitevoix.api.problems import Problem
from petitevoix.kit import clock

PATIENCE = timedelta(seconds=30)  # a claim without an answer for so long was left by a process that died
KEY = r"^[!-~]{1,255}$"
_BUSY = "A request with this key is being worked on; ask again in a moment."


def once(act: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Do an act once for each `Idempotency-Key`, and repeat its answer after that. A refusal is not kept."""

    @wraps(act)
    def wrapper(request: Call, **values: Any) -> HttpResponse:
        key = request.headers.get("Idempotency-Key")
        if key is None:
            return act(request, **values)
        if not re.fullmatch(KEY, key):
            where = {
                "in": "header",
                "pointer": "#/Idempotency-Key",
                "detail": "Write 1 to 255 visible ASCII characters.",
            }
            raise Problem(422, "invalid", "One value cannot be used; `errors` says which, and why.", errors=[where])
        claim = _claim(request, key)
        if isinstance(claim, HttpResponse):
            return claim
        try:
            with transaction.atomic():
                response = act(request, **values)
                claim.keep(response)
        except Exception:
            claim.let_go()
            raise
        return response

    return wrapper


@dataclass(frozen=True)
class Claim:
    """The right to work under a key, until we answer or are too long about it."""

    answer_id: int
    mark: str

    def keep(self, response: HttpResponse) -> None:
        """Keep the answer, in the transaction of the act. Raises Problem 409 where another took over meanwhile."""
        kept = self._mine().update(
            status=response.status_code, body=response.content.decode(), location=response.get("Location", "")
        )
        if not kept:
            raise Problem(409, "busy", _BUSY)

    def let_go(self) -> None:
        """Leave the key free: nothing was done under it."""
        with transaction.atomic():
            self._mine().delete()

    def _mine(self) -> Any:
        return Answer.objects.filter(pk=self.answer_id, mark=self.mark, status=None)


def _claim(request: Call, key: str) -> Claim | HttpResponse:
    token, mark, now = request.auth, secrets.token_hex(16), clock.now()
    asked = hashlib.sha256(f"{request.method} {request.path}\0".encode("utf-8", "replace") + request.body).hexdigest()
    with transaction.atomic():
        same_key = Answer.objects.filter(token=token, key=key)
        same_key.filter(claimed_at__lt=now - KEPT).delete()
        Answer.objects.bulk_create(
            [Answer(token=token, key=key, asked=asked, mark=mark, claimed_at=now)], ignore_conflicts=True
        )
        answer = same_key.get()
        if answer.asked != asked:
            raise Problem(422, "key_reused", "This Idempotency-Key came with another request; choose a new one.")
        if answer.status is not None:
            return _again(answer)
        if answer.mark != mark:
            left_over = same_key.filter(mark=answer.mark, status=None, claimed_at__lt=now - PATIENCE)
            if not left_over.update(mark=mark, claimed_at=now):
                raise Problem(409, "busy", _BUSY, headers={"Retry-After": "2"})
    return Claim(answer.pk, mark)


def _again(answer: Answer) -> HttpResponse:
    headers = {"Idempotent-Replay": "true", "Cache-Control": "no-store"}
    if answer.location:
        headers["Location"] = answer.location
    return HttpResponse(answer.body, status=answer.status, content_type="application/json", headers=headers)
