"""What an abbreviation stands for, where the documents write it out beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft, statement
from radsassistent.archive import PassageKind
from radsassistent.documents.letters import CAPITAL
from radsassistent.search.corpus import Corpus
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query

_NAMED = rf"[«\"]?(?P<{{0}}>{CAPITAL}[\w-]*{CAPITAL}[\w-]*)[»\"]?"
_ASKED = re.compile(
    rf"\b(?:står|betyr|tyder|er|does|do)\s+(?:forkortels?en|forkortinga|bokstavene|bokstavane)?\s*{_NAMED.format('one')}"
    rf"\s+(?:for|(?:forkortelse|forkorting)\w*\s+(?:for|til)|stand\s+for|mean)\b|"
    rf"\b(?:betyr|tyder)\s+(?:forkortels?en\s+|forkortinga\s+)?{_NAMED.format('two')}\s*[?.!]*$|"
    rf"\b(?:forkortels\w*|forkorting\w*)\s+(?:for\s+)?{_NAMED.format('three')}",
)


# What the letters stand for is told by a name alone, what an abbreviation means also by a text that explains it.
_LETTERS_ASKED = re.compile(
    r"\b(?:står|står\s+bokstavene)\b.*\bfor\b|\bstand\s+for\b|\bforkortels\w*|\bforkorting\w*", re.IGNORECASE
)


def abbreviation_meaning(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The line that writes an abbreviation out, "Konto-basert billettering (KBB)" or "KBB = …"; that none does, where its letters
    are asked for and no name of the archive fits them.
    """
    match = _ASKED.search(query.question)
    if match is None:
        return None
    asked = match["one"] or match["two"] or match["three"]
    name = re.escape(asked)
    written_out = re.compile(
        rf"\w[^()\n]*\s\({name}\)|(?<![\w-]){name}\s*(?:=|:|–|\((?=\w+[ -])|står\s+for|betyr|er\s+(?:en\s+)?forkortelse)\s*\S"
    )
    lines = [hit.passage for hit in hits if hit.passage.kind in (PassageKind.UNIT, PassageKind.TABLE_ROW)]
    told = next((line for line in lines if written_out.search(line.text)), None)
    if told is None:
        unknown = not corpus.lexical.aliases.get(asked.lower()) and not any(
            written_out.search(p.text) for p in corpus.passages
        )
        return (
            Draft.abstaining(f"Dokumentene skriver ikke ut hva {asked} står for.")
            if unknown and _LETTERS_ASKED.search(query.question)
            else None
        )
    quote = told.text if told.kind is PassageKind.UNIT else str(told.data["label"])
    return Draft((statement(f"{told.text.strip().rstrip('.')}.", told, quote),))
