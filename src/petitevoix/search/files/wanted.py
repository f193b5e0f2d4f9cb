"""The texts of files that cases came with: each file is read once, later, and never by whoever serves pages."""

import subprocess
import sys
from collections.abc import Iterable

from django.db import transaction

from petitevoix.cases.models import Attachment, Message
from petitevoix.cases.models.attachment import store
from petitevoix.jobs.tasks import Enqueued, task
from petitevoix.journal.record import record
from petitevoix.kit.text import one_line, storable
from petitevoix.search.files.reading import MOST_TEXT
from petitevoix.search.models import FileText

LARGEST = 30_000_000  # octets of a file we read
SECONDS = 30
_KINDS = {
    "pdf": "pdf", "docx": "office", "odt": "office", "xlsx": "office", "ods": "office", "pptx": "office",
    "odp": "office", "txt": "text", "csv": "text", "md": "text", "log": "text", "text": "text",
}  # fmt: skip
_TYPES = {"application/pdf": "pdf", "text/plain": "text", "text/csv": "text", "text/markdown": "text"}


def kind_of(name: str, media_type: str) -> str:
    """Say how the text of a file is read, by its name or its type; "" for what holds no text that we read."""
    return _KINDS.get(name.rpartition(".")[2].lower(), "") or _TYPES.get(media_type.partition(";")[0].lower(), "")


def want_files(case_ids: Iterable[int]) -> None:
    """Have the files of some cases read that were not read yet."""
    rows = Attachment.objects.filter(message__case__in=list(case_ids), size__lte=LARGEST)
    unread = rows.exclude(sha256__in=FileText.objects.values("sha256"))
    wanted = {sha256: kind_of(name, kind) for sha256, name, kind in unread.values_list("sha256", "name", "media_type")}
    read_file.enqueue_all(
        Enqueued({"sha256": sha256, "kind": kind}, key=f"search:file:{sha256}")
        for sha256, kind in wanted.items()
        if kind
    )


@task(queue="files", priority=8)
def read_file(sha256: str, kind: str) -> None:
    """Read the text of one stored file, and have the cases it lies in written down anew."""
    if FileText.objects.filter(sha256=sha256).exists():
        return
    text, defect = _text_of(sha256, kind)
    with transaction.atomic():
        FileText.objects.create(sha256=sha256, text=text, defect=defect)
        if text.strip():
            for message in Message.objects.filter(attachments__sha256=sha256).distinct():
                record("message.file_read", message, by="system")


def _text_of(sha256: str, kind: str) -> tuple[str, str]:
    """Give the text of a file and, where it could not all be read, why."""
    path = store().path(sha256)
    if not path.exists():
        return "", "The file is not in the store."
    command = [sys.executable, "-m", "petitevoix.search.files.reading", kind, str(path)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, stdin=subprocess.DEVNULL)  # noqa: S603
        printed, complaint = done.stdout, done.stderr if done.returncode else b""
        cut = done.returncode < 0
    except subprocess.TimeoutExpired as late:
        printed, complaint, cut = late.stdout or b"", b"", True
    last = complaint.decode("utf-8", "replace").strip().splitlines()[-1:]
    defect = "It took too long." if cut else one_line(last[0], 200) if last else ""
    return storable(printed.decode("utf-8", "replace"))[:MOST_TEXT], defect
