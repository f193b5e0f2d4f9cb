"""Two questions that a machine asks: do you live, and may I send people to you?"""

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
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
        executor = MigrationExecutor(connection)
        _migrated = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    return _migrated


def _answer(*, ok: bool) -> JsonResponse:
    # A stranger may ask too: the answer says nothing but yes or no.
    return JsonResponse({"ok": ok}, status=200 if ok else 503, headers={"Cache-Control": "no-store"})
