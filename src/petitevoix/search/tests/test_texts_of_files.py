"""A case is found by the text of its files; a file made to break its reader breaks nothing."""

import io
import zipfile

import pytest

from petitevoix.cases.actions.receiving import Arrival, File, receive
from petitevoix.jobs.models import Job
from petitevoix.jobs.runner import run_until_idle
from petitevoix.search.files import wanted
from petitevoix.search.finding import find
from petitevoix.search.following import catch_up
from petitevoix.search.models import FileText
from petitevoix.search.snippets import snippets


def office(part: str, words: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(part, words)
    return made.getvalue()


def pdf(words: str) -> bytes:
    stream = f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET".encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table, len(body),
    )  # fmt: skip


def came_with(*files: File):
    case = receive(
        Arrival(channel="email", sender="ana@letters.example", title="Papers", words="See there.", files=list(files))
    ).case
    catch_up()
    run_until_idle(["files"])
    catch_up()
    return case


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("contract.pdf", pdf("The wallaby clause")),
        ("letter.docx", office("word/document.xml", "<w:p><w:r><w:t>The wallaby &amp; clause</w:t></w:r></w:p>")),
        ("letter.odt", office("content.xml", "<text:p>The <text:span>wallaby</text:span> clause</text:p>")),
        ("table.xlsx", office("xl/sharedStrings.xml", "<si><t>wallaby</t></si><si><t>clause</t></si>")),
        ("notes.txt", "Ça, the wallaby clause".encode("cp1252")),
    ],
)
def test_a_case_is_found_by_the_text_of_its_files(denis, data, outbox, name, content):
    case = came_with(File(name, "application/octet-stream", content))
    found = find("wallaby clause", by=denis)
    assert list(found.cases) == [case.pk]
    snippet = snippets([case.pk], found.asked)[case.pk]
    assert snippet.file == name
    assert [piece.text for piece in snippet.pieces if piece.is_marked][:2] == ["wallaby", "clause"]


def test_hostile_files_break_nothing(denis, data, outbox, monkeypatch):
    monkeypatch.setattr(wanted, "SECONDS", 20)
    bomb = office("word/document.xml", "<w:t>" + "lion " * 12_000_000)
    laughs = office(
        "content.xml",
        '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;"><!ENTITY p SYSTEM "file:///etc/passwd">]>&b;&p;',
    )
    case = came_with(
        File("bomb.docx", "application/zip", bomb),
        File("laughs.odt", "application/zip", laughs),
        File("broken.pdf", "application/pdf", b"%PDF-1.7\n" + b"\x00\xff<<" * 3000),
        File("nothing.docx", "application/zip", b"no archive"),
        File("good.txt", "text/plain", b"A platypus."),
    )
    assert list(find("platypus", by=denis).cases) == [case.pk]
    assert not Job.objects.filter(queue="files").exists()
    assert FileText.objects.count() == 5
    assert not any("root:" in row.text for row in FileText.objects.all())
    assert {row.defect for row in FileText.objects.all()} - {""}


def test_each_file_is_read_once_wherever_it_lies(denis, data, outbox):
    first = came_with(File("a.txt", "text/plain", b"wallaby"))
    second = came_with(File("b.txt", "text/plain", b"wallaby"))
    assert FileText.objects.count() == 1
    assert set(find("wallaby", by=denis).cases) == {first.pk, second.pk}
