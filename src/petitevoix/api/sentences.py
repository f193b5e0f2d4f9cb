"""One sentence for each value that cannot be used."""

import re
from typing import Any

from petitevoix.kit.text import storable

_BY_KIND = {
    "missing": "This is needed.",
    "extra_forbidden": "This call knows no such field.",
    "string_type": "Write a text.",
    "string_unicode": "This is no text: it holds half a character.",
    "int_type": "Write a whole number.",
    "bool_type": "Write true or false.",
    "list_type": "Write a list.",
    "model_type": "Write an object.",
    "model_attributes_type": "Write an object.",
    "dict_type": "Write an object.",
    "string_too_short": "Write at least {min_length} character(s).",
    "string_too_long": "Write at most {max_length} characters.",
    "too_long": "Leave this empty; at most {max_length} entries are taken.",
    "greater_than_equal": "Write {ge} or more.",
    "less_than_equal": "Write {le} or less.",
    "literal_error": "Write one of {expected}.",
}
_UNION_ARM = re.compile(r"(constrained|function|nullable)-.*|str|int")


def fault(error: dict[str, Any]) -> dict[str, str]:
    """Say where a value is (`in`, and a JSON pointer into it) and, in one sentence, why it cannot be used."""
    place, *path = error["loc"]
    if place == "body":
        path = path[1:]  # the name our function gives the whole body
    sentence = _sentence(error)
    if len(path) > 1 and isinstance(path[-1], str) and _UNION_ARM.fullmatch(path[-1]):
        path, sentence = path[:-1], "Write a number or a name."
    return {
        "in": str(place),
        "pointer": "#" + "".join(f"/{escaped(part)}" for part in path),
        "detail": sentence,
    }


def _sentence(error: dict[str, Any]) -> str:
    context = error.get("ctx") or {}
    if error["type"] in _BY_KIND:
        return _BY_KIND[error["type"]].format(**context)
    if error["type"] == "string_pattern_mismatch":
        return f"This has not the expected form ({context.get('pattern')})."
    return storable(str(error["msg"])).rstrip(".") + "."


def escaped(part: str | int) -> str:
    """Write a name so that it can stand in a JSON pointer."""
    return storable(str(part)).replace("~", "~0").replace("/", "~1")[:200]
