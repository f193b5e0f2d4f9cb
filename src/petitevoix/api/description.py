"""The OpenAPI description: what ninja reads off our functions, and what holds for every call."""

import json
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI
from ninja.operation import Operation

from petitevoix.api import (
    answers,
    blocks,
    cases,
    checklists,
    errors,
    fields,
    macros,
    messages,
    organisations,
    own,
    people,
    procedures,
    promises,
    questions,
    ready,
    sharing,
    sorting,
    tags,
    turns,
    twins,
    views,
    working,
)
from petitevoix.api.auth import SCOPES, Bearer
from petitevoix.api.problems import MEDIA_TYPE, speak_problems, told

ABOUT = """The acts of the workspace, for programs. Send `Authorization: Bearer TOKEN`.

Lists come in pages: `{items, next}`; send `next` back as `after`. Whatever goes wrong is an `application/problem+json`
(RFC 9457) with one sentence in `detail`, and where values are wrong, one for each in `errors`.

Every write takes a header `Idempotency-Key`, 1 to 255 visible ASCII characters of your choice (told here and not with
each call, because what one is worth depends on the requests before it): the same request under the same key is done
once, and its answer is repeated with `Idempotent-Replay: true` for a day. Another request under that key is a 422, one
while the first still runs a 409. A refusal is not kept: correct the request and send it again.
"""
PROBLEMS = {
    400: "The body cannot be read as JSON.",
    401: "No token, or none that lives.",
    403: "The token lacks the scope, or its advisor's role only reads.",
    404: "There is no such thing, or it is not yours to see.",
    409: "Well formed, but the house is otherwise: a name nobody has, somebody else's address, or the same "
    "Idempotency-Key being worked on.",
    413: "The request is too large.",
    415: "The body is not application/json.",
    422: "Values that cannot be used (`errors`), an act that is refused (`findings`), or a used Idempotency-Key.",
    500: "Something of ours broke; nothing was changed.",
}


class Api(NinjaAPI):
    def get_openapi_operation_id(self, operation: Operation) -> str:
        return operation.view_func.__name__


def guard_of(operation: Operation) -> Bearer:
    """Get what lets requests into one call; each of ours has one."""
    guard = operation.auth_callbacks[0]
    assert isinstance(guard, Bearer)
    return guard


api = Api(title="Petite Voix", version="1", description=ABOUT, openapi_url=None, docs_url=None, urls_namespace="api")
for _room in (
    cases, messages, sharing, questions, promises, turns, working, tags, views, sorting, ready, macros, procedures,
    checklists, errors, people, twins, blocks, organisations, fields, own,
):  # fmt: skip
    api.add_router("", _room.router)
speak_problems(api)
for _router in api._get_bound_routers():
    for _path in _router.path_operations.values():
        for _call in _path.operations:
            _queries = [model for model in _call.models if model.__ninja_param_source__ == "query"]
            guard_of(_call).asks = {name for query in _queries for name in query.__ninja_flatten_map__}


@csrf_exempt
def description(request: HttpRequest) -> HttpResponse:
    """Give the OpenAPI description to anyone."""
    if request.method not in {"GET", "HEAD"}:
        return told(405, "method_not_allowed", headers={"Allow": "GET, HEAD"})
    return HttpResponse(_written(), content_type="application/json")


@cache
def document() -> dict[str, Any]:
    """Describe the API as OpenAPI 3.1."""
    described = json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1/")))
    described["servers"] = [{"url": "/"}]
    parts = described["components"]
    parts["schemas"] |= _problem_schemas()
    scopes = ", ".join(f"`{scope}` ({what})" for scope, what in SCOPES.items())
    about = f"A token of an advisor, with scopes: {scopes}."
    parts["securitySchemes"] = {"Token": {"type": "http", "scheme": "bearer", "description": about}}
    for router in api._get_bound_routers():
        for path, view in router.path_operations.items():
            for operation in view.operations:
                for method in operation.methods:
                    _complete(described["paths"][f"/api/v1{path}"][method.lower()], operation)
    return described


@cache
def _written() -> bytes:
    return json.dumps(document(), ensure_ascii=False).encode()


def _complete(told_operation: dict[str, Any], operation: Operation) -> None:
    scope = guard_of(operation).scope
    told_operation["security"] = [{"Token": [scope]}]
    writes = scope.endswith(":write")
    statuses = {401, 403, 422, 500}
    statuses |= {404} if "{" in operation.path or operation.view_func.__name__ == "review_draft" else set()
    statuses |= {409, 413} if writes else set()
    statuses |= {400, 415} if "requestBody" in told_operation else set()
    for status in sorted(statuses):
        told_operation["responses"][str(status)] = {
            "description": PROBLEMS[status],
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
    if "201" in told_operation["responses"] and operation.view_func.__name__ in {"open_case", "meet_person"}:
        told_operation["responses"]["201"]["headers"] = {"Location": {"schema": {"type": "string"}, "required": True}}
    told_operation["responses"]["401"]["headers"] = {
        "WWW-Authenticate": {"schema": {"type": "string"}, "required": True}
    }
    for parameter in told_operation["parameters"]:
        parameter["schema"] = _never_null(parameter["schema"])


def _never_null(schema: dict[str, Any]) -> dict[str, Any]:
    kinds = [kind for kind in schema.get("anyOf", []) if kind.get("type") != "null"]
    return {key: value for key, value in schema.items() if key != "anyOf"} | kinds[0] if kinds else schema


def _problem_schemas() -> dict[str, Any]:
    schema = answers.Problem.model_json_schema(ref_template="#/components/schemas/{model}", mode="serialization")
    return {**schema.pop("$defs"), "Problem": schema}
