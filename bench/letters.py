"""Letters for the intake: new matters and answers, as people's programs write them."""

import random
import smtplib
import time
import uuid
from email.message import EmailMessage
from pathlib import Path

from bench.wording import sentence

ASKED = [
    "Where is my parcel?", "Could you tell me when the technician comes?", "Please send me the invoice of October.",
    "Où est mon colis ?", "Pourquoi ai-je payé deux fois ce mois-ci ?", "Merci de me renvoyer la facture.",
]  # fmt: skip


def write(count: int, answers: list[str], seed: int = 3) -> list[bytes]:
    """Write so many letters; every second one answers a message of ours named in `answers` (Message-IDs).

    Two of three ask something.
    """
    chance = random.Random(seed)
    letters = []
    for number in range(count):
        letter = EmailMessage()
        letter["From"] = f"Person {number} <bench{number % 500}@letters.example>"
        letter["To"] = "Help <help@desk.example>"
        letter["Subject"] = sentence(chance, 6)
        letter["Message-ID"] = f"<{uuid.uuid4().hex}@letters.example>"
        words = "\n\n".join([*(sentence(chance, 40) for _ in range(3)), *chance.sample(ASKED, number % 3)])
        if number % 2 and answers:
            letter["In-Reply-To"] = f"<{chance.choice(answers)}>"
            quoted = "\n".join("> " + sentence(chance, 12) for _ in range(8))
            words += f"\n\nOn Tue, 3 Nov 2026 at 10:12, Help <help@desk.example> wrote:\n{quoted}\n"
        letter.set_content(words)
        letter.add_alternative(f"<html><body><p>{words}</p></body></html>", subtype="html")
        letters.append(letter.as_bytes())
    return letters


def as_files(letters: list[bytes], folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, letter in enumerate(letters):
        paths.append(folder / f"{number}.eml")
        paths[-1].write_bytes(letter)
    return paths


def by_lmtp(port: int, letters: list[bytes]) -> float:
    """Hand all letters over on one connection; give the seconds that took."""
    began = time.perf_counter()
    with smtplib.LMTP("127.0.0.1", port) as door:
        for letter in letters:
            door.sendmail("person@letters.example", ["help@desk.example"], letter)
    return time.perf_counter() - began
