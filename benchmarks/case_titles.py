"""How alike the titles of one case and of two are: .venv/bin/python benchmarks/case_titles.py

The cutoffs of archive/taken_up.py are chosen by it. It reads the meetings of eval/fictional and the February deck, and prints
the titles of one case that differ, then the most alike titles of two cases of a body, and of two bodies.
"""

from __future__ import annotations

import sys
from datetime import date
from itertools import combinations
from pathlib import Path

from radsassistent import documents
from radsassistent.archive.taken_up import Handled, shared_terms
from radsassistent.meetings import by_meeting, understand

ROOT = Path(__file__).parents[1]
SHOWN = 12


def main() -> None:
    """Print the pairs of titles with the share of terms that they have in common."""
    files = [
        *ROOT.glob("eval/fictional/**/*.pptx"),
        *ROOT.glob("eval/fictional/**/*.docx"),
        *ROOT.glob("tests/data/*.pptx"),
    ]
    cases: dict[tuple[str, date | None, str], set[str]] = {}
    for together in by_meeting([documents.read(path) for path in sorted(files)]):
        meeting = understand(together)
        for document in together:
            alone = understand([document])
            for case in alone.cases:
                cases.setdefault((meeting.body, meeting.date, case.number), set()).add(case.title)
    sys.stdout.write(f"{len(cases)} cases\n")
    one = [_pair(*titles) for known in cases.values() for titles in combinations(sorted(known), 2)]
    two = {
        same: [
            _pair(first, other)
            for ((body, *_), titles), ((another, *_), others) in combinations(cases.items(), 2)
            if (body == another) is same
            for first in titles
            for other in others
        ]
        for same in (True, False)
    }
    most = {same: sorted(pairs, reverse=True)[:SHOWN] for same, pairs in two.items()}
    for name, pairs in (
        ("One case", sorted(one)),
        ("Two cases of one body", most[True]),
        ("Of two bodies", most[False]),
    ):
        sys.stdout.write(f"\n{name}\n")
        for share, within, first, other in pairs:
            sys.stdout.write(f"  {share:.2f} {'within' if within else '      '} {first} | {other}\n")


def _pair(first: str, other: str) -> tuple[float, bool, str, str]:
    one, two = (Handled("", date.min, "", title) for title in (first, other))
    return shared_terms(one, two), one.terms <= two.terms or two.terms <= one.terms, first, other


if __name__ == "__main__":
    main()
