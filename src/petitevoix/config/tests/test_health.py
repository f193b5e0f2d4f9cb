"""A balancer sends people to a process that has its tables, and to no other."""

import pytest
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from petitevoix.config import health


@pytest.fixture(autouse=True)
def not_asked_yet(monkeypatch):
    monkeypatch.setattr(health, "_migrated", False)


@pytest.mark.django_db
def test_a_process_that_has_its_tables_is_ready():
    answer = Client().get("/health/ready")
    assert (answer.status_code, answer.json()) == (200, {"ok": True})


@pytest.mark.django_db
@pytest.mark.parametrize("app", ["pv_cases", "pv_vault", "account", "sessions"])
def test_a_process_that_is_newer_than_its_tables_is_not_ready(app: str):
    MigrationRecorder.Migration.objects.filter(app=app).order_by("-name").first().delete()
    answer = Client().get("/health/ready")
    assert (answer.status_code, answer.json()) == (503, {"ok": False})


@pytest.mark.django_db
def test_tables_of_a_newer_version_do_not_stop_the_older_one_meanwhile():
    MigrationRecorder.Migration.objects.create(app="pv_cases", name="0999_of_tomorrow")
    assert Client().get("/health/ready").status_code == 200
