"""What macros and checklists did, each as one quiet sentence of the history."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

STEPPED = frozenset({
    "macro.run", "macro.taken_back", "checklist.added", "checklist.removed", "checklist.restored", "checklist.left",
    "checklist.resumed", "step.added", "step.ticked", "step.unticked", "step.noted", "step.changed", "step.moved",
    "step.removed", "step.restored",
})  # fmt: skip


def stepped(name: str, who: str, facts: Mapping[str, Any], language: str) -> str:
    """Say one of these events in a sentence."""
    called = facts.get("called", "")
    known = {
        "who": who, "called": called.get(language, "") if isinstance(called, Mapping) else called,
        "step": facts.get("words", ""), "why": facts.get("why", ""), "result": facts.get("result", ""),
    }  # fmt: skip
    if name == "step.ticked" and not facts.get("result"):
        return _("%(who)s ticked “%(step)s”.") % known
    return _SENTENCES[name]() % known


_SENTENCES = {
    "macro.run": lambda: _("%(who)s did the macro “%(called)s”."),
    "macro.taken_back": lambda: _("%(who)s took back all that the macro “%(called)s” did."),
    "checklist.added": lambda: _("%(who)s added the checklist “%(called)s”."),
    "checklist.removed": lambda: _("%(who)s took the checklist “%(called)s” out."),
    "checklist.restored": lambda: _("%(who)s put the checklist “%(called)s” back."),
    "checklist.left": lambda: _("%(who)s left the checklist “%(called)s”: %(why)s"),
    "checklist.resumed": lambda: _("%(who)s went on with the checklist “%(called)s”."),
    "step.added": lambda: _("%(who)s added the step “%(step)s”."),
    "step.ticked": lambda: _("%(who)s ticked “%(step)s”: %(result)s"),
    "step.unticked": lambda: _("%(who)s: “%(step)s” is not done after all."),
    "step.noted": lambda: _("%(who)s, of “%(step)s”: %(result)s"),
    "step.changed": lambda: _("%(who)s put a step into other words: “%(step)s”."),
    "step.moved": lambda: _("%(who)s moved the step “%(step)s”."),
    "step.removed": lambda: _("%(who)s took the step “%(step)s” out."),
    "step.restored": lambda: _("%(who)s put the step “%(step)s” back."),
}
