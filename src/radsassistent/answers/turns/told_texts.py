"""Another item of the list whose item was just told: "hva står øverst?" – "og nummer to?" – "og den siste?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from radsassistent.answers.draft import Draft
from radsassistent.answers.text.open_answers import said_of
from radsassistent.archive import Passage, PassageKind
from radsassistent.search.corpus import Corpus
from radsassistent.search.figures import own_words

# The last item and the one after the item told, as places in a list.
_LAST, _NEXT = -1, 0
_PLACES = {
    "første": 1, "fyrste": 1, "first": 1, "én": 1, "ein": 1, "en": 1, "one": 1, "andre": 2, "second": 2, "to": 2, "two": 2,
    "tredje": 3, "third": 3, "tre": 3, "three": 3, "fjerde": 4, "fourth": 4, "fire": 4, "four": 4, "femte": 5, "fifth": 5,
    "fem": 5, "five": 5, "sjette": 6, "sixth": 6, "seks": 6, "six": 6, "sjuende": 7, "syvende": 7, "sju": 7, "syv": 7,
    "siste": _LAST, "last": _LAST, "neste": _NEXT, "next": _NEXT,
}  # fmt: skip
_COUNTS = "|".join(word for word, place in _PLACES.items() if place > 0)
_PLACE = re.compile(
    rf"\b(?:(?:nr\.?|nummer|punkt|number|no\.)\s*(?P<number>\d{{1,2}}|{_COUNTS})|"
    rf"(?:(?:den|det|the)\s+)?(?P<ordinal>{'|'.join(_PLACES)})(?:\s+(?:punktet|one|item|point))?(?=\s*[?.!]*$|\s+(?:av|på|i|of|on|in)\b))",
    re.IGNORECASE,
)
# What a list is called when one of its items is asked for: "av de fem", "på lista".
_OF_LIST = re.compile(
    rf"\b(?:av|på|i|of|on|in)\s+(?:(?:de|dei|disse|desse|the|those)\s+)?(?:{_COUNTS}|\d{{1,2}}|dem|dei|them|list(?:a|en)|the\s+list|rekk(?:a|en))\b",
    re.IGNORECASE,
)
# "2: …", "2. …", "2) …".
_NUMBERED = re.compile(r"^\s*(?P<number>\d{1,2})\s*[:.)]\s")
# "Og før?", "og nå da?", "hva var det før?".
_OTHER_END = re.compile(
    r"^\s*(?:(?:og|men|and|but)\s+)?(?:(?:hvor\s+mange|kor\s+mange|hvor\s+mye|kor\s+mykje|hva|kva|how\s+(?:many|much)|what)\s+(?:er|var|is|was|were)\s+(?:det|de|dei|it|they|there)\s+)?"
    r"(?:før|tidligere|tidlegare|opprinnelig|opphavleg|i\s+utgangspunktet|til\s+å\s+begynne\s+med|before|previously|originally|etter(?:på)?|nå|no|i\s+dag|now|after(?:wards)?|today)"
    r"(?:\s+(?:det|dette|den\s+tid|det\s+skjedde|endringen|endringa|omleggingen|omlegginga|that|this|the\s+change))?(?:\s+(?:da|då|then))?\s*[?.!]*$",
    re.IGNORECASE,
)
# "Og året før?": told by "mot 40 året før".
_YEAR_BEFORE = re.compile(
    r"\b(?:(?:året|åra?)\s+(?:før|innan|tidligere)|i\s+fjor|forrige\s+år|førre\s+år|the\s+year\s+before|last\s+year)\b",
    re.IGNORECASE,
)
_YEAR_BEFORE_ASKED = re.compile(
    rf"(?:(?:og|men|enn|and|but)\s+)?(?:(?:hva|kva|what)\s+(?:med|about|var\s+det)\s+)?{_YEAR_BEFORE.pattern}\W*",
    re.IGNORECASE,
)
# "Fra ca. 40 til 170", "opp fra 12 prosent", "mot 40 i fjor".
_CHANGE = re.compile(
    r"\b(?:fra|frå|from)\s+(?:\w+\.?\s+)?\d[\d ., ]*(?:[^.;:!?]{0,40}?)\b(?:til|to)\s+(?:\w+\.?\s+)?\d|"
    r"\b(?:opp|ned|auka|økt|up|down)\s+(?:fra|frå|from)\s+(?:\w+\.?\s+)?\d|"
    r"\b(?:mot|against|compared\s+(?:to|with))\s+(?:\w+\.?\s+)?\d",
    re.IGNORECASE,
)
# A list has at least so many items.
_FEWEST = 2


def other_end(question: str, told: Sequence[Passage]) -> Draft | None:
    """The text just told once more, where it tells a change and the other end of it is asked for: "og før?"."""
    changes = {each.text: each for each in told if each.kind is PassageKind.UNIT and _CHANGE.search(each.text)}
    if _YEAR_BEFORE_ASKED.fullmatch(question.strip()):
        # Of a figure of a table another text that was told beside it has no year before.
        changes = {text: each for text, each in changes.items() if _YEAR_BEFORE.search(text) and each is told[0]}
    elif not _OTHER_END.match(question):
        return None
    if len(changes) != 1:
        return None
    return Draft((said_of(next(iter(changes.values()))),))


def of_told_list(question: str, told: Sequence[Passage], corpus: Corpus) -> Draft | None:
    """The item in the place that a question names of the list that was just told, or of which an item was; None where the
    question says anything else, or nothing was told of a list.
    """
    place = _PLACE.search(question)
    if place is None or not told or any(passage.kind is not PassageKind.UNIT for passage in told):
        return None
    rest = _OF_LIST.sub(" ", f"{question[: place.start()]} {question[place.end() :]}")
    if own_words(rest):
        return None
    items = list_of(told, corpus)
    named = place["number"] or place["ordinal"]
    wanted = int(named) if named.isdigit() else _PLACES[named.lower()]
    if wanted == _NEXT:
        last = [position for position, item in enumerate(items, 1) if item.id == told[-1].id]
        wanted = last[0] + 1 if last else len(items) + 1
    item = _in_place(items, wanted)
    return Draft((said_of(item),)) if item is not None else None


def list_of(told: Sequence[Passage], corpus: Corpus) -> list[Passage]:
    """The list that units just told stand in: the slides of a part of the deck, or what stands beside them on their slide."""
    first = told[0]
    units = [unit for unit in corpus.of_kind(PassageKind.UNIT) if unit.sha256 == first.sha256]
    section = first.data.get("section")
    if section and first.text == first.data["title"]:
        items = [u for u in units if u.data.get("section") == section and u.text == u.data["title"]]
        items = [unit for unit in items if unit.case == first.case]
    else:
        items = [u for u in units if u.slide == first.slide and u.data["under"] == first.data["under"]]
    known = {item.id for item in items}
    return items if len(items) >= _FEWEST and all(passage.id in known for passage in told) else []


def _in_place(items: Sequence[Passage], place: int) -> Passage | None:
    """The item that is numbered so; of a list without numbers the one in that place."""
    numbers = [int(match["number"]) for item in items if (match := _NUMBERED.match(item.text))]
    if place == _LAST:
        return items[-1] if items else None
    if numbers and len(numbers) == len(items):
        return next((item for number, item in zip(numbers, items, strict=True) if number == place), None)
    return items[place - 1] if 0 < place <= len(items) else None
