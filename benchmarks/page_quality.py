"""How often a good page is called garbled, and a garbled one good.

    .venv/bin/python benchmarks/page_quality.py [--passages norquad/passages.jsonl]

Good pages are the slides of ingest/, and every fifth passage of a JSON-lines file (field `text`), whole and its first 25
and 12 words. They are made wrong in the ways that PDF files are: every letter moved by a constant, letters as the glyph
numbers of a font, letters swapped at random (a subset font with its own encoding), spaces gone. Pages with fewer than 8 pairs
of letters cannot be judged and are counted apart.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from radsassistent import documents
from radsassistent.documents.letter_pairs import LETTERS
from radsassistent.documents.page_quality import LEAST_PAIRS, fault, readability
from radsassistent.documents.repair import Repair, repair

SHIFTS = (-13, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 13, 31)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=Path)
    given = parser.parse_args()
    for name, pages in _sources(given.passages):
        _measure(name, [page for page in pages if page])


def _sources(passages: Path | None) -> Iterator[tuple[str, list[list[str]]]]:
    slides = [s for path in sorted(Path("ingest").rglob("*.pdf")) for s in documents.read(path).slides]
    yield "slides", [slide.text.split() for slide in slides]
    if passages is not None:
        texts = [json.loads(line)["text"].split() for line in passages.read_text(encoding="utf-8").splitlines()[::5]]
        yield "passages", texts
        yield "25 words", [text[:25] for text in texts]
        yield "12 words", [text[:12] for text in texts]


def _measure(name: str, pages: list[list[str]]) -> None:
    alarms = [page for page in pages if fault(page)]
    say(f"{name}: false alarms", f"{len(alarms)} of {len(pages)}")
    for page in alarms[:5]:
        say("", f"{fault(page)}: {' '.join(page)[:70]}")
    generator = random.Random(20261123)
    swapped = list(LETTERS)
    generator.shuffle(swapped)
    swap = str.maketrans(LETTERS, "".join(swapped))
    ways: list[tuple[str, Callable[[str], str]]] = [
        *((f"moved by {step}", lambda text, step=step: moved(text, step)) for step in SHIFTS),
        ("as glyph numbers", as_glyph_numbers),
        ("swapped at random", lambda text: text.lower().translate(swap)),
    ]
    missed_all = judged_all = 0
    for way, garble in ways:
        garbled = [[garble(word) for word in page] for page in pages]
        judged = [(page, wrong) for page, wrong in zip(pages, garbled, strict=True) if _judged(wrong)]
        missed = [wrong for _, wrong in judged if not fault(wrong)]
        undone = [(page, repair(wrong)) for page, wrong in judged if fault(wrong)]
        right = sum(1 for page, back in undone if isinstance(back, Repair) and list(back.texts) == page)
        false = sum(1 for page, back in undone if isinstance(back, Repair) and list(back.texts) != page)
        missed_all, judged_all = missed_all + len(missed), judged_all + len(judged)
        say(
            f"{name}: {way}",
            f"missed {len(missed)} of {len(judged)} ({len(pages) - len(judged)} too short), undone {right}, wrongly {false}",
        )
    say(f"{name}: missed in all", f"{missed_all} of {judged_all} ({missed_all / judged_all:.4f})")
    glued = [
        ["".join(page[start : start + 8]) for start in range(0, len(page), 8)] for page in pages if len(page) >= 24
    ]
    say(f"{name}: without spaces, missed", f"{sum(1 for page in glued if not fault(page))} of {len(glued)}")


def moved(text: str, step: int) -> str:
    """Every character moved by a constant; what comes before the first character becomes the replacement character."""
    return "".join(chr(ord(letter) + step) if ord(letter) + step > 0 else "\ufffd" for letter in text)


def as_glyph_numbers(text: str) -> str:
    """The glyph numbers of a TrueType font in the usual order, as characters."""
    numbers = []
    for letter in text:
        code = letter.encode("mac_roman", errors="replace")[0]
        numbers.append(chr(code - 29 if code < 128 else code - 30))
    return "".join(numbers)


def _judged(page: list[str]) -> bool:
    return readability(page).pairs >= LEAST_PAIRS


def say(what: str, value: str) -> None:
    sys.stdout.write(f"{what:<34} {value}\n")


if __name__ == "__main__":
    main()
