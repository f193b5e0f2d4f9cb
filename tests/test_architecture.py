"""The rules of the house that import-linter cannot see. Each was seen to fail when broken on purpose."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "petitevoix"
DOMAIN = [
    "kit", "language", "jobs", "vault", "journal", "hours", "sifting", "outside", "people", "delivery", "review", "cases", "search",
    "insight", "care",
    "channels",
]  # fmt: skip
FLOORS = {name: floor for floor, name in enumerate([*DOMAIN, "api", "web", "config"])}
FORBIDDEN_NAMES = {
    "utils", "helpers", "common", "misc", "manager", "managers", "service", "services", "handler", "handlers", "data",
    "info", "signals", "constants",
}  # fmt: skip
WEB_OF_DJANGO = {"django.http", "django.shortcuts", "django.template", "django.urls", "django.views"}


def sources() -> list[Path]:
    return [path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts]


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0]


def test_foreign_keys_point_down_or_stay_in_the_room():
    broken = []
    for model in apps.get_models():
        if not model.__module__.startswith("petitevoix."):
            continue
        here = model.__module__.split(".")[1]
        for field in model._meta.get_fields():
            target = getattr(field, "related_model", None)
            if not field.concrete or not field.is_relation or not target.__module__.startswith("petitevoix."):
                continue
            there = target.__module__.split(".")[1]
            if FLOORS[there] > FLOORS[here]:
                broken.append(f"{model.__name__}.{field.name} points up to {target.__name__}")
    assert broken == []


def test_domain_rooms_know_nothing_of_the_web():
    broken = []
    for path in sources():
        if room_of(path) in DOMAIN and "tests" not in path.parts:
            for node in ast.walk(ast.parse(path.read_text())):
                names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
                if isinstance(node, ast.ImportFrom) and node.module:
                    names = [node.module, *(f"{node.module}.{a.name}" for a in node.names)]
                broken += [f"{path}: {name}" for name in names for web in WEB_OF_DJANGO if name.startswith(web)]
    assert broken == []


@pytest.mark.parametrize("init", [p for p in PACKAGE.rglob("__init__.py") if "migrations" not in p.parts], ids=str)
def test_each_room_has_its_one_sentence(init: Path):
    if "tests" in init.parts:
        pytest.fail("test folders are no packages")
    tree = ast.parse(init.read_text())
    sentence = ast.get_docstring(tree) or ""
    assert sentence.endswith("."), f"{init} lacks its sentence"
    assert "\n" not in sentence
    if init.parent.name != "models":
        assert len(tree.body) == 1, f"{init} holds more than its sentence"


def test_no_file_passes_400_lines():
    kinds = {".py", ".css", ".js", ".html", ".sh"}
    kept = [p for folder in (PACKAGE, ROOT / "tests", ROOT / "bench", ROOT / "bin") for p in folder.rglob("*")]
    long = {
        str(p.relative_to(ROOT)): n
        for p in kept
        if p.suffix in kinds and "migrations" not in p.parts and (n := len(p.read_text().splitlines())) >= 400
    }
    assert long == {}


def test_no_drawer_without_a_name():
    paths = [p for p in PACKAGE.rglob("*") if "__pycache__" not in p.parts]
    assert [str(p) for p in paths if p.stem in FORBIDDEN_NAMES and (p.is_dir() or p.suffix == ".py")] == []


def test_app_labels_are_our_own():
    ours = [config for config in apps.get_app_configs() if config.name.startswith("petitevoix.")]
    assert ours
    assert all(config.label.startswith("pv_") for config in ours)


def test_the_floors_stand():
    result = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"], cwd=ROOT, capture_output=True, text=True
    )
    assert result.returncode == 0, result.stdout


def test_every_template_escapes():
    from django.template import engines

    jinja = engines["jinja"].env
    assert jinja.from_string("{{ words }}").render(words="<script>") == "&lt;script&gt;"
    unescaped = [
        p for p in (PACKAGE / "web").rglob("*.html") if re.search(r"\|\s*safe\b|autoescape false", p.read_text())
    ]
    assert unescaped == []


def test_every_dependency_has_its_reason():
    text = (ROOT / "pyproject.toml").read_text()
    listed = re.findall(r'^    "[a-z0-9\[\],-]+[^"]*",?(.*)$', text, flags=re.M)
    assert listed
    well_known = {"pytest>=8", "pytest-django", "mypy", "django-stubs", "tzdata"}
    for line in text.splitlines():
        if re.match(r'^    "[a-z0-9-]+(\[[a-z,]+\])?[><=,.0-9 ]*",', line) and "#" not in line:
            assert any(name in line for name in ["psycopg", *well_known]), f"no reason beside {line.strip()}"


def test_no_two_journeys_write_from_one_address_or_under_one_name():
    """Journeys that one worker runs share a house: an address in it is one person's, and a row is found by its name."""
    writers: dict[str, set[str]] = {}
    for path in (ROOT / "tests" / "journeys").glob("*.py"):
        for one in re.findall(r"[\w.+-]+@letters\.example|(?<=name=\")[^\"]+ [^\"]+(?=\")", path.read_text()):
            writers.setdefault(one, set()).add(path.name)
    assert {one: files for one, files in writers.items() if len(files) > 1} == {}


def test_models_and_migrations_agree(db):
    from django.core.management import call_command

    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
