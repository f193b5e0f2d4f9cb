"""The set-up of every test: a data folder of its own, no network but loopback, the named cast."""

import os
import tempfile
from pathlib import Path

# Before Django reads its settings (so the settings are named here and not in pyproject.toml, which pytest-django would
# read first): each test process has its own data folder, and the keys are known.
os.environ["DJANGO_SETTINGS_MODULE"] = "petitevoix.config.settings"
os.environ["PETITEVOIX_DATA"] = tempfile.mkdtemp(prefix="petitevoix-test-")
os.environ.setdefault("PETITEVOIX_SECRET_KEY", "a-key-for-tests-that-is-long-enough-0123456789")
os.environ.setdefault("PETITEVOIX_URL", "http://testserver")
os.environ["PETITEVOIX_LANGUAGE"] = "en"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright runs a loop in the test's thread

import django
import django.conf
import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import settings as searching

django.setup()
# The same examples at each run: what holds a change up is the change. `--hypothesis-profile=default` searches anew.
# What must be quick says so in seconds of its own; a deadline would only hold a busy machine against it.
searching.register_profile("steady", derandomize=True, deadline=None)
searching.load_profile("steady")
pytest_plugins = ["tests.cast", "tests.servers", "tests.house", "tests.windows"]


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """A database of this process, its tables made already."""
    from django.db import connection

    from tests import postgres, prepared

    with postgres.database_of_its_own() as url, django_db_blocker.unblock():
        # Not by Django's own way, which would make every table anew.
        name = url.rpartition("/")[2] if url else "file:tests?mode=memory&cache=shared"
        django.conf.settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name
        if not url:
            connection.ensure_connection()
            prepared.copy_into(connection.connection)
        with django_db_blocker.block():
            yield
        connection.close()


@pytest.fixture(autouse=True)
def _one_connection():
    """Have no page that a test asks for close the connection whose transaction is the test's."""
    # Before each test: Django's test client puts them back.
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)


@pytest.fixture(autouse=True)
def _plain_files(settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
    settings.REMEMBER_SECONDS = 0  # one test's accounts are not the next one's
    from petitevoix.web.shared.remembering import forget_all

    forget_all()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def data(settings, tmp_path: Path) -> Path:
    """A data folder for one test."""
    settings.DATA = tmp_path
    return tmp_path


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL, leave out what opens no database: it has run on SQLite and would only say the same again."""
    if django.conf.settings.DATABASES["default"]["ENGINE"] == "petitevoix.config.sqlite":
        return
    without = [item for item in items if not _opens_a_database(item)]
    items[:] = [item for item in items if _opens_a_database(item)]
    config.hook.pytest_deselected(items=without)


def _opens_a_database(item: pytest.Item) -> bool:
    marked = any(item.get_closest_marker(name) for name in ("django_db", "browser", "servers"))
    return marked or not {"db", "transactional_db"}.isdisjoint(getattr(item, "fixturenames", ()))
