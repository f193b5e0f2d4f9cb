"""The `petitevoix` command: finds the module of a command, and turns what goes wrong into one plain sentence."""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from importlib.util import find_spec

from petitevoix.config.env import BadSetting

# A command is a module beside this one, with `configure(parser)` and `run(args) -> int`; it is imported only when it is
# called, so that commands which need no database start without Django.
COMMANDS = {
    "serve": "everything in one process tree: pages, live updates, jobs, mail in and out",
    "advisor": "accounts of those who answer: add, list",
    "mailbox": "addresses the teams read and write from",
    "mail": "letters as they come: deliver, parse",
    "read": "the language room by itself: JSON lines in, JSON lines out",
    "token": "keys for programs: add",
    "log": "the tamper-evident log: verify, prove",
    "backup": "one archive of the whole house, taken while it is open",
    "restore": "brings such an archive back into an empty folder",
    "check": "settings, database, mail, disk, clock: one line each, 1 if any is red",
    "search": "what is searched: how far it is read, read it all anew",
    "measures": "what the work teaches: promises kept, questions answered, from the journal alone",
}

# Exceptions whose words are a sentence already, by name: their modules are not imported for it.
SAY_IT_THEMSELVES = {"NotEmpty", "BadStory", "Refused", "NotAdmitted", "Taken", "NoCopy"}


def main(words: list[str] | None = None) -> int:
    """Run one command and give its exit code: 0 done, 1 refused or failed and said why, 2 wrong usage."""
    _speak_utf8()
    words = sys.argv[1:] if words is None else words
    try:
        return _run(words)
    except BrokenPipeError:
        # Whoever was listening has heard enough ("| head"); keep Python from complaining when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception as problem:
        if os.environ.get("PETITEVOIX_DEBUG"):
            raise
        print(f"petitevoix: {sentence(problem)}", file=sys.stderr)
        return 1


def sentence(problem: Exception) -> str:
    """Say in one sentence what went wrong and what to do about it."""
    kinds = {kind.__name__ for kind in type(problem).__mro__}
    words = " ".join(str(problem).split())
    if isinstance(problem, BadSetting) or kinds & SAY_IT_THEMSELVES:
        return words
    if kinds & {"OperationalError", "ProgrammingError"} and ("no such table" in words or "does not exist" in words):
        return "the database has no tables yet; run `petitevoix serve` once, which makes them."
    if "readonly" in words or "unable to open database" in words:
        return f"the database cannot be opened ({words}); check PETITEVOIX_DATA and the rights on that folder."
    if "OperationalError" in kinds:
        return f"the database does not answer ({words}); check that it runs and what PETITEVOIX_DATABASE_URL says."
    if "ImproperlyConfigured" in kinds:
        return f"a setting is wrong: {words}"
    if isinstance(problem, OSError) and problem.strerror:
        name = f"{problem.filename}: " if problem.filename else ""
        return f"{name}{problem.strerror}; check the path and its rights."
    name = type(problem).__name__
    return f"this failed in a way we did not foresee ({name}: {words}); PETITEVOIX_DEBUG=yes shows where."


def _run(words: list[str]) -> int:
    known = {name: help_ for name, help_ in COMMANDS.items() if find_spec(f"petitevoix.config.cli.{name}")}
    if words[:1] == ["--version"]:
        from importlib.metadata import version

        print(f"petitevoix {version('petitevoix')}")
        return 0
    parser = argparse.ArgumentParser(prog="petitevoix", description="Customer service where both ends are people.")
    parser.add_argument("--version", action="store_true", help="say which version this is")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, help_ in known.items():
        commands.add_parser(name, help=help_)
    name = words[0] if words else ""
    if name not in known:
        parser.parse_args(words)  # prints the help, or what is wrong, and leaves
        return 2
    module = import_module(f"petitevoix.config.cli.{name}")
    command = argparse.ArgumentParser(prog=f"petitevoix {name}", description=known[name].capitalize() + ".")
    module.configure(command)
    code = module.run(command.parse_args(words[1:]))
    sys.stdout.flush()
    return code


def use_django(*, tables: bool = True) -> None:
    """Set Django up, for a command that needs the database; an empty one is given its tables."""
    import django
    from django.conf import settings
    from django.utils import translation

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "petitevoix.config.settings")
    django.setup()
    translation.activate(settings.LANGUAGE_CODE)
    if not tables:
        return
    from petitevoix.config.prepare import have_tables

    have_tables()


def refuse(why: str) -> int:
    """Say on standard error why a command did nothing, and give its exit code."""
    print(f"petitevoix: {why}", file=sys.stderr)
    return 1


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
