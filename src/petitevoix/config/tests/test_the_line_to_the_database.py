"""A line that the database's server has closed is noticed before the next request uses it."""

import contextlib

import psycopg
import pytest
from django.db import close_old_connections, connection

from petitevoix.config.env import BadSetting, database
from petitevoix.people.models import Team


@pytest.mark.django_db(transaction=True)
def test_a_line_that_was_closed_at_the_other_end_is_made_anew(line):
    if connection.vendor == "postgresql":
        kept = connection.connection
        address = {key: value for key, value in connection.get_connection_params().items() if key in _WHERE}
        with contextlib.closing(psycopg.connect(**address, autocommit=True)) as other:
            other.execute(
                "SELECT pg_terminate_backend(%s, 20000)", [kept.info.backend_pid]
            )  # and wait until it has gone
    connection.health_check_done = False  # as when the next request begins
    close_old_connections()
    assert list(Team.objects.all()) == [line]


_WHERE = {"dbname", "user", "password", "host", "port"}


def test_an_address_may_name_a_socket_and_how_the_line_is_guarded(monkeypatch, tmp_path):
    said = "postgresql://house@/voices?host=/var/run/postgresql&sslmode=verify-full&sslrootcert=/etc/ours.pem"
    monkeypatch.setenv("PETITEVOIX_DATABASE_URL", said)
    known = database(tmp_path)
    assert (known["NAME"], known["USER"], known["HOST"]) == ("voices", "house", "/var/run/postgresql")
    assert (known["OPTIONS"]["sslmode"], known["OPTIONS"]["sslrootcert"]) == ("verify-full", "/etc/ours.pem")
    monkeypatch.setenv("PETITEVOIX_DATABASE_URL", "postgresql://house@db/voices?ssl=on")
    with pytest.raises(BadSetting, match="“ssl”"):
        database(tmp_path)
