"""What the body is asked to decide: what stands under the words for a proposal, in a title, over a box or on a line, and slides
on which the body itself speaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from radsassistent.documents import Block, BlockKind, Slide
from radsassistent.meetings.case_numbers import Numbering, Scheme, is_before, numbered_line, only_case_number
from radsassistent.meetings.meeting import Place, Proposal
from radsassistent.meetings.proposal_tables import beside_a_label, each_point, points_of, proposals_in_columns
from radsassistent.meetings.proposal_words import (
    ADVISED,
    ASKED,
    AT_END,
    BEHIND_COLON,
    CALLED_ONE,
    COUNT,
    DASHED,
    DECIDED_BEFORE,
    DECIDES,
    ENTITLED,
    INLINE,
    LABEL_WORDS,
    NOT_IT,
    NUMBER,
    PERHAPS,
    POINT,
    POINTS_ON,
    PREPARED,
    PROPOSAL_TITLE,
    PUT,
    TO_BE_DONE,
    TO_DECIDE,
    TO_DO,
    TO_OTHERS,
    TO_THE_BODY,
    asks_a_question,
    asks_to_decide,
    bare_label,
    body_speaks,
    heads_a_proposal,
    is_a_decision,
    label_of,
    mostly_decide,
    says_updated,
    says_whose_proposal,
)

# Type of so much of another's size is smaller.
_SMALLER = 0.93
# A box under a label begins at most so far to the left of it, in points.
_ASIDE = 12.0
# A proposal may stand in quotation marks, or in a speech bubble.
_QUOTED = re.compile(r"\s*[«\"“„](?P<text>[^«»\"“”„]+)[»\"”“]\s*")


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a slide proposes. `sure` where it says itself that it is a proposal, not where a body is only asked or advised;
    `whole` where all of the slide is the proposal.
    """

    text: str
    sure: bool
    whole: bool


def proposed(slide: Slide, body: str) -> Proposed | None:
    """The proposal on a slide, a paragraph or bullet a line; None when the slide proposes nothing."""
    beside = beside_a_label(slide)
    if beside is not None:
        return Proposed(beside, sure=True, whole=False)
    first = slide.blocks[0] if slide.title is None and slide.blocks else None
    if first is not None and first.kind is BlockKind.HEADING and label_of(first.text):
        # A band at the top is the title.
        slide = replace(slide, blocks=(replace(first, kind=BlockKind.TITLE), *slide.blocks[1:]))
    titled, below = _titled(slide), _below_a_label(slide, body) or _way_proposed(slide)
    if below is not None and titled is not None and titled.sure and below.whole:
        return replace(below, sure=True)
    if below is not None and (titled is None or below.sure or not titled.sure):
        return replace(below, whole=below.whole or (titled is not None and titled.sure and titled.whole))
    if titled is not None:
        return titled
    texts = [block for block in slide.body if block.table is None]
    if slide.title is None and texts and len(texts) <= 6 and body_speaks(texts[0].text, body):
        return Proposed(_joined(texts), sure=True, whole=True)
    return None


def _titled(slide: Slide) -> Proposed | None:
    """The proposal on a slide whose title says that it is one, in all of its words or the last."""
    title = (slide.title or "").strip()
    itself = _proposed_by_title(title, slide)
    if itself is not None:
        return itself
    at_end = AT_END.search(title)
    at_end = at_end or (BEHIND_COLON.search(title) if all(block.table is None for block in slide.body) else None)
    for label in (title, at_end["label"] if at_end is not None else ""):
        strength = label_of(label)
        if strength is None or (bare_label(label).endswith(":") and not slide.body):
            continue
        said = _said_in(label)
        body = _beside_no_title(slide)
        if len(body) > 1 and body[0].table is None and _names_its_case(body[0].text):
            body = body[1:]
        if body and body[0].table is None and _says_no_more(body[0].text, body[1:]):
            body = body[1:]
        points = _without_remarks(body)
        apart = bool(said and points) and not mostly_decide(["" if b.table else b.text for b in points])
        text = "\n".join(part for part in (said, "" if apart else _joined(points)) if part)
        put, asked = PUT.match(bare_label(label)), ASKED.match(bare_label(label))
        asks = _opens_a_decision(text) if put else asked is not None
        asks = asks or DECIDES.search(text) is not None
        if text and (strength or (asks and not asks_a_question(text))):
            return Proposed(text, sure=strength, whole=not apart)
    entitled = ENTITLED.search(title)
    counted = _counted_points(slide.body) if entitled is not None and not NOT_IT.search(title) else []
    # "Bakgrunn og forslag til vedtak" heads other things too, so the proposal is what it counts.
    return Proposed(_joined(counted), sure=True, whole=False) if counted else None


def _proposed_by_title(title: str, slide: Slide) -> Proposed | None:
    """What a title proposes in a whole sentence, over its reasons: "Vi foreslår: Bro rives.", "Vi ber rådet godkjenne planen"."""
    match = _parted(title)
    if match is not None and not PROPOSAL_TITLE.match(title):
        label = match["label"].strip()
        perhaps = PERHAPS.match(label) or PREPARED.match(f"{label}:")
        if perhaps and not NOT_IT.search(label) and _proposes(label, match["text"]):
            return Proposed(match["text"].strip(), sure=True, whole=False)
    bare = bare_label(title)
    asked = ASKED.match(bare)
    asks = asked is not None and TO_DECIDE.match(asked["rest"].strip())
    itself = asks and not any(DECIDES.search(block.text) for block in slide.body)
    told = (itself or ADVISED.match(bare)) and not POINTS_ON.search(bare)
    return Proposed(bare, sure=False, whole=False) if told else None


def _opens_a_decision(text: str) -> bool:
    """Whether the first line of a text reads as what is decided, or asks for it: "Godkjenne planen"."""
    first = COUNT.sub("", text.partition("\n")[0])
    return is_a_decision(first) or TO_DECIDE.match(first) is not None


def _said_in(title: str) -> str:
    """What a title proposes itself, behind the words for it: "Forslag til vedtak: Broen rives."."""
    match = PROPOSAL_TITLE.match(title)
    said = title[match.end() :].lstrip() if match is not None else ""
    said = said[1:].strip() if said[:1] == ":" else ""
    return said if is_a_decision(said) else ""


def _beside_no_title(slide: Slide) -> tuple[Block, ...]:
    """What a slide says but for what stands in a column of its own to the left of the title."""
    title = next(block for block in slide.blocks if block.kind is BlockKind.TITLE)
    return tuple(block for block in slide.body if block.box.right > title.box.left)


def _names_its_case(text: str) -> bool:
    """Whether a line above what a slide says is a case's number with its title."""
    read = numbered_line(text)
    if read is None or read.year is None or read.sentence or is_a_decision(read.title):
        return False
    return read.scheme in (Scheme.CASE, Scheme.PLAIN)


def _counted_points(body: Sequence[Block]) -> list[Block]:
    """The blocks that count from one, where one of them at least reads as a decision."""
    points: list[Block] = []
    for block in body:
        count = re.match(r"(\d{1,2})[.)]\s+\S", block.text) if block.table is None else None
        if count is not None and int(count[1]) == len(points) + 1:
            points.append(block)
    decides = any(is_a_decision(COUNT.sub("", block.text)) and "?" not in block.text for block in points)
    return points if len(points) > 1 and decides else []


def _says_no_more(text: str, below: Sequence[Block]) -> bool:
    """Whether the first line below a title for a proposal says the same, or whose it is: "Direktørens forslag"."""
    bare = bare_label(text)
    label = label_of(text) or (PREPARED.match(bare) and not _goes_on(below)) or (below and PERHAPS.match(bare))
    return bool(label) and len(text.split()) <= LABEL_WORDS


def _goes_on(points: Sequence[Block]) -> bool:
    """Whether the points under a label go on with its sentence: "Rådet tilrår: a) at broen rives"."""
    first = COUNT.sub("", points[0].text.strip()) if points else ""
    return first[:1].islower()


def _below_a_label(slide: Slide, body: str) -> Proposed | None:
    """The proposal under words for it that stand apart on a slide, or in a sentence that asks the body to decide."""
    found: Proposed | None = None
    title = (slide.title or "").strip()
    before = DECIDED_BEFORE.search(title) is not None
    for place, block in enumerate(slide.body):
        if block.table is not None:
            continue
        text = block.text.strip()
        strength = label_of(text) if len(text.split()) <= LABEL_WORDS else None
        if strength is None or not (_stands_apart(block) or (strength and _heads_what_follows(slide.body, place))):
            asked = ASKED.match(text)
            if found is None and asked is not None and block.bold and TO_DECIDE.match(asked["rest"].strip()):
                found = Proposed(text, sure=False, whole=False)
            continue
        under = _under(slide.body, place) or _to_the_right(slide.body, place)
        if under and heads_a_proposal(under[0].text):
            # A band over the box says the same as the box.
            under = under[1:]
        told = _joined(under)
        asks = ASKED.match(bare_label(text)) is not None
        prepared = PREPARED.match(bare_label(text)) is not None
        put = PUT.match(bare_label(text)) is not None and _opens_a_decision(told)
        to_others = TO_OTHERS.search(text) is not None or _goes_on(under)
        says = (asks and not prepared) or (prepared and body_speaks(text, body) and to_others)
        to_the_body = TO_THE_BODY.search(text) is not None and POINT.match(told) is not None
        if not told:
            if asks and not _opens_a_list(text) and found is None:
                found = Proposed(text, sure=False, whole=False)
            continue
        if strength:
            if place == 0 and is_a_decision(title) and not (DECIDES.search(told) or label_of(title)):
                # The title says the first of it.
                told = f"{title}\n{told}"
            return Proposed(told, sure=True, whole=place == 0)
        if before:
            continue
        if (
            found is None
            and (asks or prepared or put or to_the_body or DECIDES.search(told))
            and not asks_a_question(told)
        ):
            found = Proposed(
                f"{text}\n{told}" if says and not TO_DO.search(text) else told,
                sure=False,
                whole=place == 0 and not asks,
            )
    return found


def _way_proposed(slide: Slide) -> Proposed | None:
    """Of ways to choose between the one whose heading says that it is what is proposed: "Kurs vest (leders tilråding)"."""
    for place, block in enumerate(slide.body):
        if block.kind is BlockKind.HEADING and says_whose_proposal(block.text):
            under = _under(slide.body, place)
            if under and is_a_decision(under[0].text):
                return Proposed(f"{block.text.strip()}\n{_joined(under)}", sure=False, whole=False)
    return None


def _stands_apart(block: Block) -> bool:
    """A label is set as a heading or in bold, or ends with a colon or a row of dots."""
    return block.kind is BlockKind.HEADING or block.bold or _opens_a_list(block.text)


def _heads_what_follows(body: Sequence[Block], place: int) -> bool:
    """Whether a line of nothing but the words for a proposal, set as any other, has one under it: points a level deeper, points
    that are counted, or what is decided. In a list of contents the words have neither.
    """
    label = body[place]
    if not heads_a_proposal(label.text):
        return False
    under = _under(body, place)
    first = under[0] if under else None
    return first is not None and (
        _is_deeper(first, label)
        or first.text.rstrip().endswith(".")
        or bool(POINT.match(first.text) or DECIDES.search(first.text))
    )


def _is_deeper(block: Block, label: Block) -> bool:
    return block.kind is BlockKind.BULLET and (label.kind is not BlockKind.BULLET or block.level > label.level)


def _opens_a_list(text: str) -> bool:
    return text.rstrip().endswith((":", "…", "..."))


def _under(body: Sequence[Block], place: int) -> list[Block]:
    """The texts under a label: those of its frame, else what follows in its column up to the next heading."""
    label = body[place]
    found: list[Block] = []
    for block in body[place + 1 :]:
        if label.kind is BlockKind.BULLET and found and _is_deeper(found[0], label) and not _is_deeper(block, label):
            # The next point of the list that the label is one of.
            break
        if block.table is None and only_case_number(block.text.strip()) is not None:
            # A case's number along an edge.
            continue
        if block.table is not None:
            if found:
                break
            continue
        if label.group is not None and block.group != label.group:
            # A label in a band has the texts of the one frame under it.
            elsewhere = found and block.group != found[-1].group
            if elsewhere or block.box.top < label.box.bottom or block.group is None:
                break
        elif block.kind is BlockKind.HEADING and (found or block.group != label.group):
            break
        # A label may be set in the middle of its frame, above a text that begins at the frame's edge.
        is_framed = label.group is not None and block.group == label.group
        aside = block.box.right < label.box.left or block.box.left > label.box.right
        aside = aside or block.box.left < label.box.left - _ASIDE
        if (aside and not is_framed) or block.box.top < label.box.top:
            break
        found.append(block)
    return _without_remarks(found)


def _to_the_right(body: Sequence[Block], place: int) -> list[Block]:
    """The texts to the right of a label that has none under it, from its height on in one column. A label in a band may be set in
    the middle of its height, and the first of the texts a little above it.
    """
    label = body[place]
    beside = [b for b in body[place + 1 :] if b.table is None and b.box.left >= label.box.right]
    top = label.box.top - label.box.height * (label.group is not None)
    found = [b for b in beside if b.box.bottom > top and abs(b.box.left - beside[0].box.left) <= _ASIDE]
    goes_on = ASKED.match(bare_label(label.text)) is not None and label.text.rstrip().endswith(":")
    return _without_remarks(found) if found and (goes_on or is_a_decision(COUNT.sub("", found[0].text))) else []


def _without_remarks(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a proposal without a case's number in a corner, and without what stands in another frame or in smaller type
    below its points.
    """
    kept = [block for block in blocks if block.table is not None or only_case_number(block.text.strip()) is None]
    points = [place for place, block in enumerate(kept) if block.kind is BlockKind.BULLET or POINT.match(block.text)]
    if len(points) < 2:
        return kept
    last = kept[points[-1]]
    return [
        block
        for place, block in enumerate(kept)
        if place <= points[-1] or (block.group == last.group and block.size >= _SMALLER * last.size)
    ]


def inline_proposals(slide: Slide, place: Place, case: str | None) -> list[Proposal]:
    """The proposals that stand on one line with the words for it ("Forslag til vedtak: Innkallingen godkjennes."), each of
    the case whose number a line above it opens with, else of the slide's.
    """
    found = proposals_in_columns(slide, place)
    entitled = ENTITLED.search(slide.title or "") is not None
    titled = before = DECIDED_BEFORE.search((slide.title or "").strip()) is not None
    own = case
    for block in slide.body:
        read = numbered_line(block.text) if block.table is None else None
        if read is not None and read.scheme is Scheme.CASE and read.year is not None and not read.sentence:
            case = Numbering().name(read)
        # Below "Vedtak i forrige møte" and for the number of an earlier case, "Vedtak: …" tells what was decided.
        says_before = _is_over_others(block) and DECIDED_BEFORE.search(block.text) is not None
        before = says_before or (titled if block.kind is BlockKind.HEADING else before)
        match = _parted(block.text) if block.table is None else None
        if match is None:
            continue
        label = match["label"].strip()
        perhaps = not (before or is_before(case, own)) and (PERHAPS.match(label) or PREPARED.match(f"{label}:"))
        if (
            PROPOSAL_TITLE.match(label)
            or asks_to_decide(label, match["text"])
            or (perhaps and (entitled or _proposes(label, match["text"])))
        ):
            found.append(Proposal(case, match["text"].strip(), place, says_updated(label)))
    return found


def _is_over_others(block: Block) -> bool:
    """Whether a line may stand over others: it is short, no point of a list, and no sentence."""
    text = block.text.rstrip()
    return block.kind is not BlockKind.BULLET and len(text.split()) <= LABEL_WORDS and not text.endswith((".", "?"))


def _parted(line: str) -> re.Match[str] | None:
    """A line parted into a label and what it says, by a colon, or by a dash behind nothing but the words for a proposal."""
    dashed = DASHED.match(line)
    sentence = dashed is not None and heads_a_proposal(dashed["label"]) and is_a_decision(dashed["text"])
    return dashed if sentence else INLINE.match(line)


def _proposes(label: str, text: str) -> bool:
    """Whether words that may be a proposal's have what one says behind them."""
    told = text.strip()
    if PREPARED.match(f"{label}:") or PUT.match(label):
        return is_a_decision(told) and not asks_a_question(told)
    called = CALLED_ONE.match(label) is not None and not told.endswith("?")
    return DECIDES.search(told) is not None or (called and TO_BE_DONE.search(told) is not None)


def _joined(blocks: Sequence[Block]) -> str:
    # A point's number may stand in a box of its own.
    texts = [points_of(block.table) or block.text if block.table else each_point(block.text) for block in blocks]
    joined = "\n".join(text for text in texts if re.search(r"\w", text) and not NUMBER.fullmatch(text.strip()))
    quoted = _QUOTED.fullmatch(joined)
    return quoted["text"] if quoted is not None else joined
