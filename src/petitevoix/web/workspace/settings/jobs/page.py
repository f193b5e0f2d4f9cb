"""Jobs that were laid aside after eight attempts: what they were to do, why it failed, one more try."""

from datetime import datetime
from typing import NamedTuple

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from petitevoix.jobs.models import Job
from petitevoix.kit.text import one_line
from petitevoix.web.workspace.door import StaffRequest
from petitevoix.web.workspace.settings.frame import admins, draw
from petitevoix.web.workspace.settings.paging import behind, turned

HOME = "/desk/settings/jobs/"


class Row(NamedTuple):
    id: int
    task: str
    arguments: str
    error: str
    attempts: int
    at: datetime


@admins("GET")
def show(request: StaffRequest) -> HttpResponse:
    """List the jobs that wait for a person."""
    fields = ("id", "task", "arguments", "error", "attempts", "laid_aside_at")
    found = [_row(*row) for row in behind(request, Job.objects.laid_aside()).values_list(*fields)]
    jobs, cursor = turned(found)
    return draw(request, "jobs/jobs.html", "jobs", jobs=jobs, cursor=cursor)


@admins("POST")
def retry(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a job another round of attempts."""
    get_object_or_404(Job.objects.laid_aside(), pk=pk).retry()
    messages.success(request, _("It is being tried again, from now on."))
    return HttpResponseRedirect(HOME)


def _row(pk: int, task: str, arguments: dict, error: str, attempts: int, at: datetime) -> Row:
    last = next((line for line in reversed(error.splitlines()) if line.strip()), "")
    said = ", ".join(f"{name}: {value}" for name, value in arguments.items())
    return Row(pk, task.removeprefix("petitevoix."), one_line(said, 120), one_line(last, 300), attempts, at)
