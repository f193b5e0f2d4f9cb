"""Small real files for the attachments of the story, made from their names."""

import io
import math
import random
import struct
import wave
import zlib
from pathlib import Path

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "txt": "text/plain",
    "csv": "text/csv",
    "wav": "audio/wav",
}


def paper(name: str) -> tuple[str, bytes]:
    """Give media type and content of a file of this name."""
    kind = name.rpartition(".")[2].lower()
    title = name.rpartition(".")[0].replace("-", " ").capitalize()
    makers = {"pdf": _pdf, "png": _png, "jpg": _photo, "csv": _table, "wav": _sound}
    return MEDIA_TYPES.get(kind, "text/plain"), makers.get(kind, _text)(title)


def _pdf(title: str) -> bytes:
    words = title.encode("cp1252", "replace").replace(b"\\", b"").replace(b"(", b"").replace(b")", b"")
    lines = b"BT /F1 20 Tf 72 760 Td (Le Fil) Tj /F1 13 Tf 0 -36 Td (" + words + b") Tj ET 72 700 m 523 700 l S"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(lines), lines),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, content in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj%s endobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def _png(title: str) -> bytes:
    width, height, dice = 360, 180, random.Random(title)
    bars = [dice.randint(20, 150) for _ in range(18)]
    rows = []
    for y in range(height):
        line = b"".join(
            (b"\x2f\x6f\x8f" if height - y < bars[x // 20] and x % 20 < 14 else b"\xf4\xf1\xea") for x in range(width)
        )
        rows.append(b"\0" + line)

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"".join(rows)))
        + chunk(b"IEND", b"")
    )


def _photo(title: str) -> bytes:
    # The same picture each time, with its own title in the comment, so that each is a file of its own.
    picture = (Path(__file__).resolve().parent / "town" / "photo.jpg").read_bytes()
    comment = title.encode()
    return picture[:2] + b"\xff\xfe" + struct.pack(">H", len(comment) + 2) + comment + picture[2:]


def _table(title: str) -> bytes:
    dice = random.Random(title)
    rows = [
        f"{day:02d},{dice.randint(0, 23):02d}:{dice.randint(0, 59):02d},{dice.randint(5, 95)}" for day in range(1, 29)
    ]
    return "\n".join(["day,time,value", *rows, ""]).encode()


def _sound(title: str) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8000)
        file.writeframes(bytes(int(128 + 40 * math.sin(tick / 8000 * 2 * math.pi * 220)) for tick in range(16000)))
    return out.getvalue()


def _text(title: str) -> bytes:
    return f"{title}\n".encode()
