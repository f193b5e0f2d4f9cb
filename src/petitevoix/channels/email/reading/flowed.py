"""format=flowed text (RFC 3676): soft line ends joined again."""

from __future__ import annotations


def unflow(text: str, *, delete_space: bool) -> str:
    """Join the lines that end with a space to the next line of the same quote depth, and undo space stuffing."""
    joined: list[tuple[int, str]] = []
    open_line = False
    for line in text.split("\n"):
        content = line.lstrip(">")
        depth = len(line) - len(content)
        content = content[1:] if content.startswith(" ") else content
        if open_line and joined[-1][0] == depth and content != "-- ":
            joined[-1] = (depth, joined[-1][1] + content)
        else:
            joined.append((depth, content))
        open_line = content.endswith(" ") and content != "-- "
        if open_line and delete_space:
            joined[-1] = (depth, joined[-1][1][:-1])
    return "\n".join(">" * depth + (" " if depth and content else "") + content for depth, content in joined)
