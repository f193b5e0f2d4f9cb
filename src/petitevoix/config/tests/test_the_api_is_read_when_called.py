"""What no program calls is not in memory: the API is read at its first call."""

import subprocess
import sys

LOOK = """
import sys, django
django.setup()
from django.test import Client
from django.urls import reverse
import petitevoix.config.asgi, petitevoix.config.work_process
reverse("portal:ask")
assert not {"ninja", "pydantic"} & set(sys.modules), "read though nobody called"
assert Client().get("/api/v1/openapi.json", headers={"host": "127.0.0.1"}).status_code == 200
assert "ninja" in sys.modules
"""


def test_the_api_is_read_at_its_first_call(tmp_path):
    environment = {"DJANGO_SETTINGS_MODULE": "petitevoix.config.settings", "PETITEVOIX_DATA": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", LOOK], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
