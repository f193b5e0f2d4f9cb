"""What the documents say is what the house does."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "petitevoix"


def test_each_event_has_its_sentence_and_each_sentence_its_event():
    name = re.compile(
        r'"((?:case|question|promise|error|word|draft|message|parcel|person|advisor|mailbox|letter|relay|token|team|tag|view|'
        r"agreement|organisation|field|block|system|answer|macro|checklist|step|procedure|asking)"
        r'\.(?!eml)[a-z_]+)"'
    )
    sources = [path for path in PACKAGE.rglob("*.py") if "tests" not in path.parts]
    recorded = {event for path in sources for event in name.findall(path.read_text())}
    told = set(re.findall(r"^\| `([a-z]+\.[a-z_]+)` \|", (ROOT / "docs" / "events.md").read_text(), flags=re.M))
    assert recorded == told


def test_each_guard_has_its_rows_and_each_row_its_guard():
    guards = {path.stem: path.read_text() for path in (PACKAGE / "review" / "guards").glob("[!_]*.py")}
    told = set(re.findall(r"^\| `([a-z_]+)` \|", (ROOT / "docs" / "review.md").read_text(), flags=re.M))
    assert set(guards) == told
    assert [name for name, text in guards.items() if set(re.findall(r'Finding\(\s*"([a-z_]+)"', text)) != {name}] == []


def test_each_setting_is_documented_and_each_documented_setting_exists():
    code = "".join((PACKAGE / "config" / name).read_text() for name in ("settings.py", "env.py"))
    code += "".join(p.read_text() for p in (PACKAGE / "config").rglob("*.py"))
    read = {f"PETITEVOIX_{name}" for name in re.findall(r'(?:text|flag|number|web_address|secret)\("([A-Z_]+)"', code)}
    told = set(
        re.findall(r"^\| `(PETITEVOIX_[A-Z_]+?)(?:\[_FILE\])?` \|", (ROOT / "docs" / "settings.md").read_text(), re.M)
    )
    assert read == told


def test_the_two_readmes_have_the_same_shape():
    def shape(name: str) -> list[int]:
        return [len(m) for m in re.findall(r"^(#+) ", (ROOT / name).read_text(), flags=re.M)]

    assert shape("README.md") == shape("README.fr.md")


def test_links_between_documents_lead_somewhere():
    broken = []
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\((?!https?://|mailto:|#)([^)#]+)", page.read_text()):
            if not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)} → {target}")
    assert broken == []
