"""A trial reading, in a process of its own: what a letter does to its reader there harms nobody."""

import subprocess
import sys

SECONDS = 120
MEMORY = 2 * 1024**3
_PROGRAM = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
from petitevoix.channels.email.reading.parse import parse
parse(sys.stdin.buffer.read())
"""


def survives(raw: bytes) -> bool:
    """Tell whether a letter can be read without its reader dying, hanging or eating all the memory."""
    try:
        child = subprocess.run([sys.executable, "-c", _PROGRAM], input=raw, capture_output=True, timeout=SECONDS)  # noqa: S603
    except subprocess.TimeoutExpired:
        return False
    return child.returncode == 0
