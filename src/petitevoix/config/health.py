"""Two questions that a machine asks: do you live, and may I send people to you?"""

from importlib.util import find_spec
from pkgutil import iter_modules

from django.apps import apps
from django.db import Error, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, JsonResponse

_migrated = False


def live(request: HttpRequest) -> JsonResponse:
    """Say that this process answers."""
    return _answer(ok=True)


def ready(request: HttpRequest) -> JsonResponse:
    """Say whether the database answers and has the tables this version needs; 503 when not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        return _answer(ok=_is_migrated())
    except Error:
        connection.close()
        return _answer(ok=False)


def _is_migrated() -> bool:
    global _migrated
    if not _migrated:
        _migrated = _needed() <= MigrationRecorder(connection).applied_migrations().keys()
    return _migrated


def _needed() -> set[tuple[str, str]]:
    # By their names alone: to load all migrations would cost each web process 6 MB that it never needs again.
    needed = set()
    for config in apps.get_app_configs():
        module, _is_explicit = MigrationLoader.migrations_module(config.label)
        if module and (spec := find_spec(module)):
            needed |= {
                (config.label, one.name) for one in iter_modules(spec.submodule_search_locations) if not one.ispkg
            }
    return needed


def _answer(*, ok: bool) -> JsonResponse:
    # A stranger may ask too: the answer says nothing but yes or no.
    return JsonResponse({"ok": ok}, status=200 if ok else 503, headers={"Cache-Control": "no-store"})
