"""What the documents say of a subject that is asked about as a whole: "Hva er X?", "Hva står det om X?", "Status på X?"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence, Set

from rapidfuzz.distance import Prefix

from radsassistent.answers.agenda.rows import covering
from radsassistent.answers.decisions.proposal_facts import in_scope
from radsassistent.answers.draft import Draft, Statement, listed, statement
from radsassistent.answers.slides.case_summary import summed_up
from radsassistent.answers.slides.key_points import is_statement
from radsassistent.answers.text.brevity import titled, within
from radsassistent.answers.text.open_answers import as_sentence, under_heads
from radsassistent.archive import Passage, PassageKind
from radsassistent.archive.passages import NOTES
from radsassistent.meetings import SlideKind
from radsassistent.meetings.case_numbers import named_case
from radsassistent.search.corpus import Corpus, SlideKey
from radsassistent.search.cues import Cue
from radsassistent.search.english import norwegian_terms
from radsassistent.search.hit import Hit
from radsassistent.search.query import Query, Wanted
from radsassistent.search.terms import INFLECTION, SHORTEST_BEGINNING, stem, terms

_WHAT = r"(?:hva|kva|what)"
_DOCUMENTS = (
    r"(?:(?:de[nt]?|dei|dette|disse|the)\s+)?(?:\w*(?:dokument|papir|underlag|presentasjon|lysbilde|lysark|slide|foil|deck|dekk|saksframlegg)\w*|"
    r"møtet|vi|me|man|dere|de|dei|det|den|rådet|it|we)"
)
# What is asked of the subject: no more than what there is to say of it. Whole questions; the last group is the subject.
_OF_SUBJECT = tuple(
    re.compile(rf"^\W*(?:{pattern})\s+(?P<subject>\S.*?)\W*$", re.IGNORECASE)
    for pattern in (
        rf"{_WHAT}\s+(?:sier|seier|står|stod|skriver|skriv|forteller|fortel|vet|veit|har|does|do|is|was)\s+{_DOCUMENTS}(?:\s+(?:skrevet|skrive|sagt|å\s+si|i\s+\w+|i\s+de[nit]+\s+\w+|"
        r"her|say|said|written|know))*\s+(?:om|about|on)",
        rf"{_WHAT}\s+(?:mener|meiner)\s+(?:de|dei|dere|man|ein|vi|rådet)\s+med",
        rf"{_WHAT}\s+(?:blir|ble|blei|vart|er|kan)\s+(?:det\s+)?(?:sagt|skrevet|skrive|fortalt|nevnt|nemnt|si|dere\s+si|du\s+si)\s+om",
        rf"{_WHAT}\s+(?:fortelles|sies|skrives|nevnes|omtales)\s+(?:det\s+)?om",
        r"(?:kan\s+(?:du|dere)\s+|kunne\s+du\s+)?(?:fortell(?:e)?|fortel(?:je)?|si|seie|tell|forklar\w*|explain|say)(?:\s+(?:meg|oss|me|us|litt|mer|meir|kort|noe|noko|something|a\s+bit|more))*\s+(?:om|about)",
        r"(?:litt|noe|noko|mer|meir|info(?:rmasjon)?|kort)\s+om",
        rf"(?:{_WHAT}\s+(?:er|is|var)\s+)?(?:the\s+|(?:siste\s+)?nytt\s+|siste\s+)?(?:status(?:en)?|stoda|stoa|situasjonen|tilstanden|nytt|siste|news)(?:\s+(?:nå|no|akkurat\s+nå))?\s+(?:på|for|i|med|om|rundt|ved|of|for|on|with)",
        rf"{_WHAT}\s+(?:skjer|hender|foregår|happens|is\s+happening)\s+(?:det\s+)?(?:nå\s+|no\s+)?(?:med|på|i|rundt|innen|to|with)",
        rf"{_WHAT}\s+(?:handler|handlar|dreier|dreiar|går|gjelder|gjeld|omfatter|omfattar|inneholder|inneheld|omhandler|omhandlar)(?:\s+seg\s+om)?",
        r"(?:hvordan|korleis|how)\s+(?:går|ligger|ligg|står|gikk|is)\s+(?:det|vi|me|ting(?:ene)?|it)\s+(?:(?:an|til|nå|no|egentlig|going)\s+)*(?:med|for|with)",
    )
)
# "Hva er X?" asks for a whole only where X is all there is to it: a name, or what slides call something.
_IS = re.compile(
    rf"^\W*{_WHAT}\s+(?:er|is|are|betyr|betyder|innebærer|inneber|means?|menes\s+med|meiner\s+\w+\s+med)\s+(?:egentlig\s+|eigentleg\s+|nå\s+)?"
    r"(?P<subject>\S.*?)(?:\s+(?:for\s+(?:noe|noko)|egentlig|eigentleg|mean))*\W*$",
    re.IGNORECASE,
)
# The case of a subject, not the subject wherever it stands.
_CASE = re.compile(
    r"^(?:(?:de[nt]\s+)?(?:sak(?:en|a)?|punktet|the\s+(?:case|item))\s+(?:om|about|on)\s+(?P<about>.+)|(?P<compound>.+?)-?(?:saken|saka))$",
    re.IGNORECASE,
)
# What goes with a subject without being it.
_AROUND = re.compile(
    r"\s+(?:om|ut\s+på|seg\s+om|i\s+(?:\w*dokument\w*|\w*papir\w*|\w*presentasjon\w*|lysbilde\w*|møtet|dag|år)|nå|no|for\s+tiden|for\s+tida|da|her|egentlig|takk)$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:de[nt]|dei|dette|disse|en|ei|et|eit|the|a|an)\s+", re.IGNORECASE)
# What asks for one thing of a subject, not for all of it: "målet med X", "fristen for X".
_OF_IT = re.compile(
    r"\b(?:mål\w*|frist\w*|dato\w*|pris\w*|kostnad\w*|beløp\w*|ramme\w*|sum\w*|tall\w*|antall\w*|andel\w*|navn\w*|tittel\w*|rolle\w*|ansvar\w*|årsak\w*|"
    r"grunn\w*|hensikt\w*|formål\w*|forskjell\w*|skilnad\w*|risiko\w*|gevinst\w*|utfordring\w*|problem\w*|forslag\w*|vedtak\w*|nivå\w*|plan\w*)\s+"
    r"(?:med|for|på|til|av|ved|i|mellom|bak|om)\b",
    re.IGNORECASE,
)
_MOST_SUBJECT = 6
_OWN_CONTENT = frozenset({SlideKind.CONTENT, SlideKind.SECTION, SlideKind.APPENDIX})
# A slide is of the subject when its title is, which has so many other words at most.
_OTHER_WORDS = 4
# Of each case so many words are told, of a subject of one case more; of so many cases.
_WORDS_OF_CASE, _WORDS_OF_ONE, _MOST_CASES = 24, 45, 3
_FEWEST_WORDS = 3
_LONGEST_NAME = 8
_MOST_TEXTS = 4
# A text that more slides than these have is no slide's own.
_MOST_ALIKE = 2


_GENERIC = frozenset(
    stem(word) for word in "sak saken saka prosjektet tiltaket arbeidet satsingen case item work project".split()
)


def told_of_subject(query: Query, hits: Sequence[Hit], corpus: Corpus) -> Draft | None:
    """The likeliest texts of the slides that are of the subject, of each case that speaks of it; where an agenda row is of it
    alone, the summary of that case. None where the question asks for more, or no slide has all words of the subject.
    """
    subject = _subject(query, corpus)
    if subject is None:
        return None
    if (case := _CASE.match(subject)) is not None:
        about = covering(query, _asked(case["about"] or case["compound"], corpus), corpus)
        return Draft(tuple(summed_up(about[0], corpus))) if len(about) == 1 else None
    slides = _slides(subject, query, hits, corpus)
    if not slides:
        return None
    of_case: dict[str | None, tuple[Passage, str]] = {}
    for slide, line in slides:
        of_case.setdefault(slide.case, (slide, line))
    chosen = sorted(list(of_case.values())[:_MOST_CASES], key=lambda each: (each[0].sha256, each[0].slide))
    most = _WORDS_OF_ONE if len(chosen) == 1 else _WORDS_OF_CASE
    told = [_told(each, hits, corpus, most, query) for each in chosen]
    said = [one for each in told for one in each]
    if not said:
        return None
    return Draft((*_lead([slide.case for slide, _ in chosen], told), *said))


def _subject(query: Query, corpus: Corpus) -> str | None:
    """What a question asks about as a whole, in its own words; None where it asks for something of it."""
    named = query.people or query.slides or query.unknown_names or query.unknown_cases
    if named or query.wanted is not Wanted.TEXT or query.cues & {Cue.PROPOSAL, Cue.DECIDED, Cue.MONEY}:
        return None
    text = query.asked.strip()
    found = next((match for pattern in _OF_SUBJECT if (match := pattern.match(text))), None)
    is_name = found is None
    found = found or _IS.match(text)
    if found is None:
        return None
    subject = found["subject"].strip(" «»\"'")
    while (bare := _AROUND.sub("", subject)) != subject:
        subject = bare
    if _OF_IT.search(subject) or len(subject.split()) > _MOST_SUBJECT or not set(terms(subject)) - _GENERIC:
        return None
    return subject if not is_name or _is_called(_ARTICLE.sub("", subject), corpus) else None


def _asked(subject: str, corpus: Corpus) -> set[str]:
    """The terms of a subject, in the archive's language."""
    own = set(terms(subject)) - _GENERIC
    if any(corpus.lexical.has(term) for term in own):
        return own
    return {term for term in norwegian_terms(subject) if corpus.lexical.has(term)} - _GENERIC or own


def _is_called(subject: str, corpus: Corpus) -> bool:
    """Whether the documents call something just so: a slide's title has it, or it is written as a name in a text."""
    own = set(terms(subject))
    titles = corpus.kept.get("titles by terms")
    if titles is None:
        every = {str(slide.data.get("title") or "") for slide in corpus.of_kind(PassageKind.SLIDE)}
        titles = corpus.kept["titles by terms"] = [frozenset(terms(title)) for title in every if title]
    if any(own <= title and len(title) <= len(own) + _OTHER_WORDS for title in titles):
        return True
    is_name = any(word[:1].isupper() or any(map(str.isdigit, word)) for word in subject.split())
    return is_name and all(corpus.lexical.has(term) for term in own)


def _slides(subject: str, query: Query, hits: Sequence[Hit], corpus: Corpus) -> list[tuple[Passage, str]]:
    """The slides of a subject, the likeliest first, each with its line that has all words of it: those whose title has them alone
    where there are any, with no line.
    """
    asked = _asked(subject, corpus)
    place: dict[SlideKey, int] = {}
    for number, hit in enumerate(hits):
        place.setdefault((hit.passage.sha256, hit.passage.slide), number)
    content = [
        slide
        for slide in corpus.of_kind(PassageKind.SLIDE)
        if slide.data["slide_kind"] in _OWN_CONTENT and in_scope(slide, query) and query.scope.holds(slide)
    ]

    def likely(slide: Passage) -> tuple[int, int]:
        return (place.get((slide.sha256, slide.slide), len(hits)), slide.slide)

    lines = {slide.id: line for slide in content if (line := _line(asked, len(subject.split()), slide, corpus))}
    opening = _ARTICLE.sub("", subject).casefold()
    what_it_is = not any(pattern.match(query.asked.strip()) for pattern in _OF_SUBJECT)
    if what_it_is:
        # "X er …", "X støtter …" says what X is; a word in passing does not.
        defining = [
            s for s in content if lines.get(s.id, "").casefold().startswith(opening) and is_statement(lines[s.id])
        ]
        if defining:
            return [(slide, lines[slide.id]) for slide in sorted(defining, key=likely)][:1]
    entitled = [slide for slide in content if _is_of(asked, slide, corpus)]
    if entitled:
        return [(slide, "") for slide in sorted(entitled, key=likely)]
    if frozenset(asked) in corpus.row_names and not what_it_is:
        # What a table has a row of stands there.
        return []
    speaking = [s for s in content if s.id in lines and (is_statement(lines[s.id]) or not what_it_is)]
    speaking.sort(key=lambda slide: (not is_statement(lines[slide.id]), *likely(slide)))
    return [(slide, lines[slide.id]) for slide in speaking]


def _is_of(asked: Set[str], slide: Passage, corpus: Corpus) -> bool:
    """Whether a slide is called by a subject: its title has it, with what its case is called, and little else."""
    title = set(terms(str(slide.data.get("title") or "")))
    own = {term for term in asked if _stands_in(term, title)}
    if not own or len(title) > len(own) + _OTHER_WORDS:
        return False
    return own == asked or (len(own) > 1 and all(_stands_in(term, set(terms(slide.context))) for term in asked - own))


def _line(asked: Set[str], most: int, slide: Passage, corpus: Corpus) -> str:
    """The line or cell of a slide that has the words of a subject together, best one that says something; "" for none."""
    texts = (cell for line in corpus.slide_text(slide.sha256, slide.slide).splitlines() for cell in line.split(" | "))
    said = [text.strip() for text in texts if _together(asked, most, text)]
    return max(said, key=lambda text: (is_statement(text), len(text.split()) >= _FEWEST_WORDS, -len(text)), default="")


def _together(asked: Set[str], most: int, text: str) -> bool:
    """Whether a text has all words of a subject, and has them beside each other as a name does: within so many words."""
    found: list[tuple[int, set[str]]] = []
    for place, word in enumerate(text.split()):
        own = {term for term in asked if _stands_in(term, set(terms(word)))}
        if own:
            found.append((place, own))
    return any(
        asked <= set().union(*(own for place, own in found[start:] if place - first <= most))
        for start, (first, _) in enumerate(found)
    )


def _stands_in(term: str, own: Set[str]) -> bool:
    return term in own or any(_inflected(term, other) for other in own)


def _inflected(one: str, other: str) -> bool:
    """Whether two stems are forms of one word: they differ in so few letters at the end."""
    shared = Prefix.similarity(one, other)
    return shared >= SHORTEST_BEGINNING and max(len(one), len(other)) - shared <= INFLECTION


def _units(corpus: Corpus) -> list[Passage]:
    """The texts of all slides but for notes and for what stands alike on several: that tells nothing of one."""
    found: list[Passage] | None = corpus.kept.get(_units)
    if found is None:
        own = [unit for unit in corpus.of_kind(PassageKind.UNIT) if NOTES not in unit.data["under"]]
        slides: dict[str, set[SlideKey]] = defaultdict(set)
        for unit in own:
            slides[unit.text].add((unit.sha256, unit.slide))
        found = corpus.kept[_units] = [unit for unit in own if len(slides[unit.text]) <= _MOST_ALIKE]
    return found


def _told(found: tuple[Passage, str], hits: Sequence[Hit], corpus: Corpus, most: int, query: Query) -> list[Statement]:
    """What one slide says of the subject: the likeliest texts of one that is of it, in order; else the text with its line."""
    slide, line = found
    chances = {hit.passage.id: hit.chance for hit in hits}
    title = str(slide.data.get("title") or "")
    units = [unit for unit in _units(corpus) if (unit.sha256, unit.slide) == (slide.sha256, slide.slide)]
    if line:
        chosen = [unit for unit in units if line.strip() in unit.text or unit.text in line][:1]
        if not chosen:
            return [titled(statement(as_sentence(line), slide, line), [line], title)]
    else:
        units = [unit for unit in units if unit.text.strip() != title and not corpus.is_head(unit)]
        ranked = sorted(units, key=lambda unit: (len(unit.text.split()) < _FEWEST_WORDS, -chances.get(unit.id, 0.0)))
        chosen = within(ranked[:_MOST_TEXTS], most)
    if not chosen:
        return []
    said = under_heads([unit for unit in units if unit in chosen], query)
    # A title that is a statement of its own is no name for what stands under it.
    return [
        titled(said[0], [unit.text for unit in chosen], title if len(title.split()) <= _LONGEST_NAME else ""),
        *said[1:],
    ]


def _lead(cases: Sequence[str | None], told: Sequence[Sequence[Statement]]) -> list[Statement]:
    """In which cases the subject is spoken of, where there are several: each borne out by what is told of it."""
    named = [named_case(case) for case, said in zip(cases, told, strict=True) if case and said]
    if len(named) < 2:
        return []
    return [Statement(f"Omtales i {listed(named)}:", tuple(said[0].support[0] for said in told if said))]
