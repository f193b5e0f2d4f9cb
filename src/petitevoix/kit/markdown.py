"""The Markdown of the composer: safe HTML, and nothing of HTML in."""

from functools import cache

from markdown_it import MarkdownIt


def to_html(words: str) -> str:
    """Draw Markdown as HTML; HTML in the words is shown as words, and pictures from elsewhere as links."""
    return _markdown().render(words)


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable(["table", "strikethrough"])
    return markdown.disable(["image", "html_block", "html_inline", "lheading"])
