"""`petitevoix mail`: letters as they come."""

from __future__ import annotations

import argparse

from petitevoix.config.cli import mail_deliver, mail_parse


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the two commands and their arguments."""
    commands = parser.add_subparsers(dest="subcommand", metavar="COMMAND", required=True)
    for name, module, help_ in [
        ("deliver", mail_deliver, "take raw letters in, durably, and say so in one JSON line each"),
        ("parse", mail_parse, "print what is read in raw letters; no database"),
    ]:
        command = commands.add_parser(name, help=help_, description=help_[:1].upper() + help_[1:] + ".")
        module.configure(command)
        command.set_defaults(run=module.run)


def run(args: argparse.Namespace) -> int:
    """Run the command that was asked for and give its exit code."""
    return args.run(args)
