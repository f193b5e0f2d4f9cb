"""`petitevoix log`: is the tamper-evident log as it was written?"""

from __future__ import annotations

import argparse
import json

from petitevoix.config.cli.main import refuse, use_django


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of the command to its parser."""
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    acts.add_parser("verify", help="read every entry, and name each that was altered, removed or moved")
    prove = acts.add_parser("prove", help="print the proof that an entry is in the log, as JSON")
    prove.add_argument("entry", metavar="ENTRY", type=int, help="its number, from 1")


def run(args: argparse.Namespace) -> int:
    """Do what the command says; 1 where the log is not as it was written, or has no such entry."""
    use_django()
    return _verify() if args.act == "verify" else _prove(args.entry)


def _verify() -> int:
    from petitevoix.vault import log
    from petitevoix.vault.models import Entry

    findings = 0
    for finding in log.verify():
        findings += 1
        print(finding)
    if findings:
        return 1
    count = Entry.objects.count()
    print(f"{count} {'entry' if count == 1 else 'entries'}, nothing altered")
    return 0


def _prove(entry: int) -> int:
    from petitevoix.vault import log

    try:
        proof = log.prove(entry)
    except LookupError as missing:
        return refuse(str(missing).strip('"'))
    print(json.dumps(proof, ensure_ascii=False, indent=2))
    return 0
