"""The stamp of one drawing of a form: when it was drawn, signed; pressing twice sends once."""

import secrets

from django.conf import settings

from petitevoix.kit import clock, ids


def fresh() -> str:
    """Draw a stamp for a form that is about to be shown."""
    value = f"{secrets.token_hex(8)}.{int(clock.now().timestamp() * 10)}"
    return f"{value}.{ids.sign('form', value, settings.SECRET_KEY)}"


def age(stamp: str) -> float | None:
    """Say how many seconds ago a form was drawn; None where the stamp is not ours."""
    value, _, signature = stamp.rpartition(".")
    if not ids.signed("form", value, signature, settings.SECRET_KEY):
        return None
    return clock.now().timestamp() - int(value.rpartition(".")[2]) / 10
