"""How many answered a survey: the "(n=…)" that its figure gives for each year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.answers.figures.comparison import LEAST, MOST
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.asked import counted_thing
from radsassistent.search.corpus import Corpus
from radsassistent.search.cues import Cue
from radsassistent.search.features import covered
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query
from radsassistent.search.terms import stem

# "2022 (n=4978)", "2025: N = 606".
_ANSWERED = re.compile(r"\b(?P<year>(?:19|20)\d\d)\s*[(:,]?\s*[nN]\s*=\s*(?P<count>\d[\d  .]*\d|\d)\)?")
_ASKED = re.compile(
    r"\b(?:(?:hvor|kor|how)\s+(?:mange|many)\b[^,;?]{0,40}?\b(?:svar(?:te|a|er|ar)?|besvar(?:te|er)|delt(?:ok|ar)|spurt\w*|spurde|"
    r"respond\w*|answer\w*|took\s+part|participa\w*)|"
    r"(?:svarte|svara|deltok|answered)\s+(?:flest|færr[ea]st|most|fewest)|(?:flest|færr[ea]st)\s+(?:som\s+)?(?:svarte|svara|deltok)|"
    r"(?:flest|færr[ea]st|antall|antal|tallet\s+på|most|fewest|(?:hvor|kor|how)\s+(?:mange|many))\s+"
    r"(?:deltak\w*|deltag\w*|respond\w*|svar\b|besvarelse\w*|participant\w*|respons\w*)|størrelsen\s+på\s+utvalget|\bn\s*=)",
    re.IGNORECASE,
)
# The slide has so much of the weight of what a question is about besides that.
_ABOUT = 0.5
_GENERIC = frozenset(
    stem(word)
    for word in (
        "svarte svara svarer besvarte besvart spørsmål spørsmålet spurt deltok deltar deltakere deltakarar respondenter "
        "undersøkelse undersøkelsen undersøking undersøkinga måling målingen målinga flest færrest året "
        "mange sitt sin folk personer answered survey participants people"
    ).split()
)


def respondents(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """How many answered in the year that a question names, in the year with most or fewest, else in each; None where no slide
    with such numbers is about the rest of the question.
    """
    if not _ASKED.search(query.text) or Cue.SHARE in query.cues or query.people or query.cases:
        return None
    topic = {term: weight for term, weight in corpus.topic(query.asked, _GENERIC).items() if corpus.lexical.has(term)}
    counted = counted_thing(query)
    found: list[tuple[float, int, Passage, list[tuple[str, str, str]]]] = []
    seen: set[tuple[str, int]] = set()
    for rank, hit in enumerate(hits):
        passage = hit.passage
        place = (passage.sha256, passage.slide)
        if place in seen or passage.kind is PassageKind.AGENDA:
            continue
        seen.add(place)
        answered = _answered(corpus.slide_text(*place))
        if counted is not None and counted not in _GENERIC and counted not in corpus.slide_terms(passage):
            # How many nurses answered is not told by how many did.
            continue
        share = covered(topic, corpus.slide_terms(passage)) if topic else 0.0
        if answered and share >= _ABOUT:
            found.append((share, -rank, passage, answered))
    if not found:
        return None
    _, _, passage, answered = max(found, key=lambda each: each[:2])
    if query.years:
        chosen = [each for each in answered if each[0] in query.years]
    elif bool(most := MOST.search(query.text)) != bool(LEAST.search(query.text)):
        chosen = [(max if most else min)(answered, key=lambda each: int(re.sub(r"\D", "", each[1])))]
    else:
        chosen = sorted(answered)
    if not chosen:
        years, asked = sorted(year for year, _, _ in answered), " og ".join(query.years)
        nearest = str(passage.data["title"])
        text = f"Dokumentene har ikke tall for {asked}. Nærmest: {nearest} har tall for {years[0]}–{years[-1]}."
        return Draft.abstaining(Statement(text, (Support(passage, nearest),), query.years))
    return Draft(
        tuple(Statement(f"{year}: {count} svar.", (Support(passage, quote),)) for year, count, quote in chosen)
    )


def _answered(text: str) -> list[tuple[str, str, str]]:
    """The years of a slide's figure with how many answered, and the words that say it; a slide that has one year twice has
    several such figures, and tells none.
    """
    found = [(match["year"], match["count"], match[0]) for match in _ANSWERED.finditer(text)]
    return found if len({year for year, _, _ in found}) == len(found) else []
