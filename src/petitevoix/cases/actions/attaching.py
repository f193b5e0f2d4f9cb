"""Files that come with words, from whatever side, hung on their message."""

from collections.abc import Sequence
from dataclasses import dataclass

from petitevoix.cases.models import Attachment, Message
from petitevoix.cases.models.attachment import store
from petitevoix.kit.text import one_line, storable


@dataclass(frozen=True)
class File:
    name: str
    media_type: str
    content: bytes
    content_id: str = ""
    is_inline: bool = False


def attach(message: Message, files: Sequence[File]) -> None:
    """Store files and hang them on a message."""
    Attachment.objects.bulk_create(
        Attachment(
            message=message,
            name=one_line(storable(file.name), 200) or "file",
            media_type=file.media_type[:120],
            size=len(file.content),
            sha256=store().put(file.content),
            content_id=storable(file.content_id)[:255],
            is_inline=file.is_inline,
        )
        for file in files
    )
