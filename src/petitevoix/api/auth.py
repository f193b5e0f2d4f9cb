"""Who asks: a token in the name of a member of staff, with its scopes. A session cookie opens nothing here."""

from django.http import HttpRequest
from ninja.security import HttpBearer

from petitevoix.api.models import Token
from petitevoix.api.problems import Problem
from petitevoix.api.sentences import escaped
from petitevoix.cases.access import must_answer
from petitevoix.cases.refusals import Refused

SCOPES = {
    "cases:read": "read cases, their messages, events and files",
    "cases:write": "open cases, answer, note, assign, turn and close them",
    "people:read": "read people and their addresses",
    "people:write": "add people, correct their names, add addresses",
}
MOST_BYTES = 2 * 1024 * 1024


class Call(HttpRequest):
    """A request that `Bearer` let in."""

    auth: Token


class Bearer(HttpBearer):
    """Let in the tokens that have one scope; write only for those whose role answers."""

    def __init__(self, scope: str) -> None:
        super().__init__()
        self.scope = scope
        self.asks: set[str] = set()  # the query parameters of the call it guards

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        """Find the token and check what it may do. Raises Problem 403, and 413 or 415 for a body we would not read."""
        found = Token.behind(token.strip())
        if found is None:
            return None
        if self.scope not in found.scopes:
            raise Problem(
                403, "scope", f"This token lacks the scope {self.scope}.", needed=self.scope,
                headers={"WWW-Authenticate": f'Bearer error="insufficient_scope", scope="{self.scope}"'},
            )  # fmt: skip
        if self.scope.endswith(":write"):
            try:
                must_answer(found.advisor)
            except Refused as refusal:
                raise Problem(403, "role", str(refusal)) from None
        _body_is_ours_to_read(request)
        self._knows_what_is_asked(request)
        return found

    def _knows_what_is_asked(self, request: HttpRequest) -> None:
        # A misspelt filter that is silently ignored would answer with everything.
        errors = [
            {"in": "query", "pointer": f"#/{escaped(name)}", "detail": "This call knows no such parameter."}
            for name in request.GET
            if name not in self.asks
        ]
        if errors:
            raise Problem(422, "invalid", "This call knows no such parameter; `errors` says which.", errors=errors)


def _body_is_ours_to_read(request: HttpRequest) -> None:
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length[:20]) > MOST_BYTES:
        raise Problem(413, "too_large", f"A request holds at most {MOST_BYTES // 1024 // 1024} MB.")
    if int(length) and request.method != "GET" and request.content_type != "application/json":
        raise Problem(415, "media_type", "Send the body as application/json.", headers={"Accept": "application/json"})
