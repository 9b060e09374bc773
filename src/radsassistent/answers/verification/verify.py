"""Nothing is said that its slides do not bear out, in quote mode and in model mode: checked by code, sentence by sentence."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from llama_index.core.base.embeddings.base import BaseEmbedding

from radsassistent.answers.answer import Citation, Sentence
from radsassistent.answers.draft import Draft, Statement, Support
from radsassistent.answers.verification.claims import (
    Amount,
    amounts,
    flipped,
    misplaced,
    negates,
    numbers_in_words,
    places,
    speaks_in,
    without_cases,
    without_names,
    without_places,
)
from radsassistent.answers.verification.computed import recomputed
from radsassistent.answers.verification.support import is_supported
from radsassistent.answers.verification.told_elsewhere import keys_with_elsewhere, otherwise_supported
from radsassistent.archive import Passage, PassageKind
from radsassistent.documents.letters import CAPITAL
from radsassistent.documents.numbers import numbers
from radsassistent.meetings.case_numbers import NAMED_CODE, case_numbers, code_key, named_case
from radsassistent.meetings.dates import MONTHS, dates_in
from radsassistent.search.corpus import Corpus, SlideKey
from radsassistent.search.hit import Hit

logger = logging.getLogger(__name__)

_SPACES = re.compile(r"\s+")
# A capital where no sentence, heading or quotation begins.
_NAME = re.compile(rf"(?<=[\w,;)] )(?P<name>{CAPITAL}[\w-]*[^\W\d_])(?!\w)")
_CAPITALISED = re.compile(rf"(?<![\w-]){CAPITAL}[\w-]*[^\W\d_](?!\w)")
# First name and last name, with one more between at most.
_FULL_NAME = re.compile(rf"(?<![\w-])(?P<first>{CAPITAL}[\w-]+) (?:{CAPITAL}[\w.-]* )?(?P<last>{CAPITAL}[\w-]+)")
_GENITIVE = re.compile(r"(?<=.)s$|['’]s?$")
_DAY = re.compile(rf"\b(?P<day>\d{{1,2}})\.\s*(?P<month>{'|'.join(MONTHS)})\b", re.IGNORECASE)
_MONTH = re.compile(
    rf"(?<!\. )(?<!\.)\b(?:{'|'.join(set(MONTHS) - {'mai', 'mars'})})\b|(?<=i )(?:mai|mars)\b", re.IGNORECASE
)
# A line of a slide is about what a sentence says when it has this share of its words. Of 85 sentences of the slides with "ikke"
# put in or taken out 93 % are found, of 207 in other words 34 %; of those left as they are none is refused for it:
# python -m radsassistent.evaluation.support (docs/measurements.md, "Verification").
SAME_STATEMENT = 0.6
# A number belongs to something else when the lines that have it share so much less of a sentence's words. It finds 15 % of the
# numbers that are changed for another one of the same slide; the others stand in lines as near.
OTHER_LINE = 0.4


@dataclass(frozen=True)
class Evidence:
    """What a draft is held against: the archive, the slides that were found, and the embedder, None for words alone."""

    corpus: Corpus
    retrieved: frozenset[SlideKey]
    embedder: BaseEmbedding | None = None

    @classmethod
    def of(cls, hits: Sequence[Hit], corpus: Corpus, embedder: BaseEmbedding | None = None) -> Evidence:
        """With the slides of what was found."""
        return cls(corpus, frozenset(key for hit in hits for key in keys_with_elsewhere(hit.passage)), embedder)


@dataclass(frozen=True, slots=True)
class Verified:
    """The sentences that hold, and how many statements did not and were removed."""

    sentences: tuple[Sentence, ...]
    rejected: int


def verified(draft: Draft, evidence: Evidence) -> Verified:
    """The draft's statements that hold, with their citations; those that fail are removed, counted and logged.

    A statement holds when each supporting slide was retrieved, each quotation stands word for word on its slide, and each number,
    day, name and case number in it stands on one of those slides or is computed from what does; when no line of the slides says
    its opposite; and when the slides support it as a whole. A draft that abstains claims nothing: what it names need only be
    real.
    """
    sentences = []
    for said in draft.statements:
        reason = fault(said, evidence, claims=not draft.abstained, worded=draft.worded)
        if reason is None:
            sentences.append(sentence(said))
        elif (other := _borne_out_elsewhere(said, evidence, draft)) is not None:
            sentences.append(sentence(other))
        else:
            logger.warning("Utsagn forkastet (%s): %s", reason, said.text)
    return Verified(tuple(sentences), len(draft.statements) - len(sentences) + draft.rejected)


def _borne_out_elsewhere(said: Statement, evidence: Evidence, draft: Draft) -> Statement | None:
    """A statement that does not hold where its passages stand first, with the other slides that tell of them and bear it out."""
    for other in otherwise_supported(said, evidence.corpus):
        if fault(other, evidence, claims=not draft.abstained, worded=draft.worded) is None:
            return other
    return None


def sentence(said: Statement) -> Sentence:
    """A statement that holds as it is shown."""
    return Sentence(said.text, tuple(_citation(support) for support in said.support), said.note)


def fault(said: Statement, evidence: Evidence, *, claims: bool = True, worded: bool = True) -> str | None:
    """Why a statement does not hold, in Norwegian; None when it does.

    A statement without support is the assistant's own word about its answer. Without `claims` it is not asked whether the slides
    say what it says, only whether what it names is there. What is not `worded` by a model, but put by code around a quotation, is
    borne out by that.
    """
    if not said.support:
        return None
    corpus = evidence.corpus
    for support in said.support:
        if _key(support.passage) not in evidence.retrieved:
            return "kilden ble ikke funnet i søket"
        if not stands_on(support.quote, _slide(support, corpus)):
            return f"«{support.quote}» står ikke på lysbilde {support.passage.slide}"
    slides = "\n".join(_slide(support, corpus) for support in said.support)
    cases = {support.passage.case for support in said.support} | set(case_numbers(slides))
    for case in case_numbers(said.text):
        if case not in cases:
            return f"sak {case} er ikke saken som er sitert"
    spelt = {code_key(case) for case in cases if case}
    for code in NAMED_CODE.findall(said.text):
        number = code[len("sak") :].strip()
        if code_key(number) not in spelt and number not in slides:
            return f"sak {number} er ikke saken som er sitert"
    numbers_of = {"sak": {re.split(r"\D", case.removeprefix("Punkt "))[0] for case in cases if case}}
    numbers_of["lysbilde"] = {str(support.passage.slide) for support in said.support}
    # What a quotation says of points and slides stands there as it is.
    for sort, number in places(_beyond_quotations(said)):
        if str(number) not in numbers_of[sort] and not re.search(rf"\b{sort}\w*\s+{number}\b", slides, re.IGNORECASE):
            return f"{sort} {number} er ikke sitert"
    named = _number_fault(said, slides, corpus, claims) or _name_fault(said, slides, corpus) or _day_fault(said, slides)
    return named or (_meaning_fault(said, slides, evidence, worded) if claims else None)


def _meaning_fault(said: Statement, slides: str, evidence: Evidence, worded: bool) -> str | None:
    keys = {_key(support.passage) for support in said.support}
    lines = [p.text for p in evidence.corpus.on_slides(keys)] + slides.split("\n")
    own_words = _beyond_quotations(said)
    # What denies in the name of a row is no denial of its cells; the name is no word of the statement's own.
    rows = [support.passage for support in said.support if support.passage.kind is PassageKind.TABLE_ROW]
    bare = [without_names([str(row.data["label"]) for row in rows], line) for line in lines] if rows else lines
    # Nor is what denies in a cell that is told as it stands.
    cells = [str(value) for row in rows for value in row.data["values"] if value and negates(str(value))]
    told = [cell for cell in cells if cell in said.text]
    line = flipped(without_names(told, own_words), [without_names(told, each) for each in bare], SAME_STATEMENT)
    if line is not None:
        return f"lysbildet sier det motsatte: «{line}»"
    # A case that is called "sak 4.2" has been looked up by its number.
    counted = own_words
    for support in said.support:
        counted = counted.replace(named_case(support.passage.case), " ") if support.passage.case else counted
    value = misplaced(counted, lines, SAME_STATEMENT, OTHER_LINE) if not said.computed else None
    if value is not None:
        return f"tallet {value} står på lysbildet for noe annet"
    quoted = not worded and any(support.quote in said.text for support in said.support)
    borne_out = quoted or stands_on(said.text.rstrip("."), slides)
    if borne_out or is_supported(said.text, keys, evidence.corpus, evidence.embedder):
        return None
    return "lysbildet sier ikke dette"


def _beyond_quotations(said: Statement) -> str:
    """What a statement says in words of its own: without its quotations and the names that a table gives its figures."""
    text = said.text
    for support in said.support:
        data = support.passage.data
        named = [support.passage.context, str(data.get("title") or "")]
        if support.passage.kind is PassageKind.TABLE_ROW:
            named += [str(data["caption"]), str(data["label"]), *data["columns"]]
        for taken in sorted(filter(None, (support.quote, *named)), key=len, reverse=True):
            if taken in text:
                text = re.sub(rf"(?<!\w){re.escape(taken)}(?!\w)", " ", text)
    return text


def _name_fault(said: Statement, slides: str, corpus: Corpus) -> str | None:
    """A word with a capital inside a sentence is a name, of a person, a body, a place, in Norwegian; none may be made up, and
    no first name given another's last name.

    The case's title and the section that a passage belongs to may stand on an earlier slide.
    """
    about = [f"{s.passage.body} {s.passage.embedded_text} {s.passage.data.get('title') or ''}" for s in said.support]
    cases = {(s.passage.body, s.passage.meeting, s.passage.case) for s in said.support if s.passage.case}
    about += [item.text for item in corpus.of_kind(PassageKind.AGENDA) if (item.body, item.meeting, item.case) in cases]
    text = " ".join((slides, *about, *said.computed))
    known = text.casefold()
    stems = frozenset().union(*(corpus.slide_terms(support.passage) for support in said.support))
    people = {part for name in corpus.names for part in name.split()}
    inside = {match["name"] for match in _NAME.finditer(said.text)}
    for match in _CAPITALISED.finditer(said.text):
        if (match[0] in inside or match[0] in people) and not _is_named(match[0], known, stems, corpus):
            return f"navnet {match[0]} står ikke på lysbildet"
    for match in _FULL_NAME.finditer(said.text):
        if match["last"] in inside and not (
            _is_named(match["first"], known, stems, corpus) or match["first"].lower() in corpus.words
        ):
            return f"navnet {match['first']} står ikke på lysbildet"
    firsts, lasts = {name.split()[0] for name in corpus.names}, {name.split()[-1] for name in corpus.names}
    for match in _FULL_NAME.finditer(said.text):
        first, last = match["first"], _GENITIVE.sub("", match["last"])
        lasting = match["last"] if match["last"] in lasts else last
        if first in firsts and lasting in lasts and not _together(first, lasting, text):
            return f"navnet {first} {lasting} står ikke på lysbildet"
    return None


def _is_named(name: str, known: str, stems: frozenset[str], corpus: Corpus) -> bool:
    """Whether a name stands in a text, as it is or in the genitive, its parts with capitals ("FHI-saken") or what it is short
    for ("NHN": "Norsk helsenett").
    """
    parts = [part for part in name.split("-") if part[:1].isupper()] or [name]
    for part in parts:
        bare = _GENITIVE.sub("", part.casefold())
        long = corpus.abbreviated_by(bare)
        if bare not in known and not (long and stems.issuperset(long)):
            return False
    return True


def _together(first: str, last: str, text: str) -> bool:
    """Whether a first and a last name stand together in a text: "Kari Berg", "Kari M. Berg", "Berg, Kari"."""
    one, other = re.escape(first), re.escape(last)
    return bool(re.search(rf"\b{one}(?:\s+{CAPITAL}[\w.-]*){{0,2}}\s+{other}|\b{other},\s+{one}", text))


def _day_fault(said: Statement, slides: str) -> str | None:
    """A day of a month, however it is written, is on a slide, or is that of the meeting; so is a month without a day."""
    days, named = _days_of_months(said.text), [match[0].casefold() for match in _MONTH.finditer(said.text)]
    if not days and not named:
        return None
    known = {(day.day, day.month) for day in dates_in(slides)}
    known |= {(day.day, day.month) for s in said.support for day in dates_in(s.passage.meeting)}
    known |= set(_days_of_months(" ".join((slides, *said.computed))))
    for day, month in days:
        if (day, month) not in known:
            return f"dagen {day}.{month}. står ikke på lysbildet"
    text = " ".join((slides, *(s.passage.embedded_text for s in said.support), *said.computed)).casefold()
    months = {month for _, month in known}
    for name in named:
        if MONTHS[name] not in months and not re.search(rf"\b{name[:3]}", text):
            return f"måneden {name} står ikke på lysbildet"
    return None


def _days_of_months(text: str) -> list[tuple[int, int]]:
    """Days as (day, month): "14. februar", "2.3.2026"."""
    named = [(int(match["day"]), MONTHS[match["month"].lower()]) for match in _DAY.finditer(text)]
    return [*named, *((day.day, day.month) for day in dates_in(text))]


def _number_fault(said: Statement, slides: str, corpus: Corpus, claims: bool) -> str | None:
    """Each number, in digits or in words, stands on a slide in its unit, or is computed anew from what does."""
    text = _DAY.sub(" ", without_places(said.text))
    told, in_words = amounts(text), numbers_in_words(text)
    if not told and not in_words:
        return None
    on_slides = amounts(slides)
    known = {amount.value for amount in on_slides} | set(numbers_in_words(slides))
    given = {value for text in said.computed for value in numbers(text)}
    for amount in told:
        if amount.value in known or abs(amount.value) in known:
            # What is computed in percent may stand there by chance as something else.
            in_unit = not amount.unit or _in_unit(amount, on_slides, said, slides)
            if claims and not in_unit and not recomputed(amount.value, said, without_cases(slides), corpus):
                return f"tallet {amount.value} står ikke som {amount.unit} på lysbildet"
        elif claims and not recomputed(amount.value, said, without_cases(slides), corpus):
            return f"tallet {amount.value} står ikke på lysbildet og lar seg ikke regne ut av det"
        elif not claims and amount.value not in given and abs(amount.value) not in given:
            return f"tallet {amount.value} står ikke på lysbildet"
    for value in in_words:
        if value not in known and not recomputed(Decimal(value), said, without_cases(slides), corpus):
            return f"tallet {value} står ikke på lysbildet"
    return None


def _in_unit(said: Amount, on_slides: Sequence[Amount], statement: Statement, slides: str) -> bool:
    """Whether a number stands on a slide in the unit that a statement gives it, right after it or told once for several."""
    assert said.unit is not None
    units = {amount.unit for amount in on_slides if abs(amount.value) == abs(said.value)}
    if said.unit in units:
        return True
    about = " ".join((slides, *(support.passage.embedded_text for support in statement.support)))
    return (None in units or not units) and speaks_in(about, said.unit)


def _key(passage: Passage) -> SlideKey:
    return passage.sha256, passage.slide


def _slide(support: Support, corpus: Corpus) -> str:
    return corpus.slide_text(support.passage.sha256, support.passage.slide)


def stands_on(quote: str, slide: str) -> bool:
    """Whether a quotation stands word for word in a slide's text; only white space may differ."""
    return bool(quote.strip()) and _SPACES.sub(" ", quote).strip() in _SPACES.sub(" ", slide)


def _citation(support: Support) -> Citation:
    passage = support.passage
    return Citation(
        body=passage.body,
        meeting=passage.meeting,
        case=passage.case,
        document=passage.document,
        sha256=passage.sha256,
        slide=passage.slide,
        quote=support.quote,
    )
