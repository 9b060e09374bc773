"""The slides that a search finds, for those who want to read them rather than be answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus, SlideKey
from radsassistent.search.find import slides
from radsassistent.search.hit import Hit

# Characters of the excerpt: three lines on a screen, enough to tell whether the slide is the one looked for.
EXCERPT = 300


@dataclass(frozen=True, slots=True)
class FoundSlide:
    """A slide that was found. `excerpt` stands on it; `score` is the ranker's probability (0 to 1) that the slide answers,
    0 for all that it did not try.

    `meeting` is the ISO date of the meeting, "" when unknown; `case` is "5/26" or None outside the cases; `title` is "" for
    a slide without one; `sha256` names the exact file version.
    """

    body: str
    meeting: str
    case: str | None
    document: str
    sha256: str
    slide: int
    title: str
    excerpt: str
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to: `understood` says in Norwegian what was searched in; the best slide is first."""

    understood: str
    slides: tuple[FoundSlide, ...]


def found_slides(hits: Sequence[Hit], corpus: Corpus, limit: int) -> tuple[FoundSlide, ...]:
    """The slides of ranked hits, each once by its best passage, at most `limit`."""
    best = slides(hits, limit)
    chances: dict[SlideKey, float] = defaultdict(float)
    for hit in hits:
        chances[hit.passage.sha256, hit.passage.slide] += hit.chance
    titles = _titles({(each.passage.sha256, each.slide) for each in best}, corpus)
    return tuple(
        FoundSlide(
            body=each.passage.body,
            meeting=each.passage.meeting,
            case=each.passage.case,
            document=each.passage.document,
            sha256=each.passage.sha256,
            slide=each.slide,
            title=titles.get((each.passage.sha256, each.slide), ""),
            excerpt=excerpt(each.passage),
            score=chances[each.passage.sha256, each.slide],
        )
        for each in best
    )


def excerpt(passage: Passage) -> str:
    """The passage's text as one line, cut between words where it is long."""
    text = " ".join(passage.text.split())
    return text if len(text) <= EXCERPT else f"{text[: EXCERPT - 2].rsplit(' ', 1)[0]} …"


def _titles(wanted: set[SlideKey], corpus: Corpus) -> dict[SlideKey, str]:
    return {
        (passage.sha256, passage.slide): str(passage.data.get("title") or "")
        for passage in corpus.of_kind(PassageKind.SLIDE)
        if (passage.sha256, passage.slide) in wanted
    }
