"""What a template prints is made safe for HTML, as MarkupSafe does it, at a third of the price: a page prints hundreds.

Most of it is words in which nothing has to be escaped, or drawn already. MarkupSafe wraps both in a new `Markup`; but
what is printed is joined at once, so that nobody asks any more whether it is one.
"""

import re
from typing import Any

from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

_special = re.compile("[&<>'\"]").search


def printed(value: Any) -> str:
    """Give a value as it stands in HTML."""
    kind = type(value)
    if kind is Markup or (kind is str and not _special(value)):
        return value
    return str(value) if kind is int else escape(value)


class Printing(CodeGenerator):
    """Jinja's own writer of code, which has what is printed go through `printed` (`environment.printed`)."""

    def _output_child_pre(self, node: Any, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.printed(")
