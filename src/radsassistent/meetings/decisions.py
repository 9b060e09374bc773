"""Decisions of minutes, case by case: the text, the votes, the proposal that it answers, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from radsassistent.meetings.case_parts import CasePart
from radsassistent.meetings.decided_sentences import decides
from radsassistent.meetings.in_other_words import says_alike
from radsassistent.meetings.labels import Part, tells_outcome, tells_whether_as_proposed
from radsassistent.meetings.meeting import Decision, DecisionStatus, Place, Proposal
from radsassistent.meetings.outcomes import (
    adopts_the_proposal,
    changes_the_proposal,
    follows_the_proposal,
    is_bare_outcome,
    is_members_own,
    is_outcome,
    postpones,
    rejects,
    says_lost,
    says_won,
    sentences,
    votes_in,
    votes_of_adoption,
)
from radsassistent.meetings.proposal_words import body_speaks

# The verbs of decisions in the past tense, as minutes tell them, and in the present, as proposals say them.
_PRESENT = {
    "tok": "tar", "tek": "tar", "godkjente": "godkjenner", "godkjende": "godkjenner", "vedtok": "vedtar", "vedtek": "vedtar",
    "sluttet": "slutter", "slutta": "slutter", "ba": "ber", "bad": "ber", "ga": "gir", "gav": "gir", "anbefalte": "anbefaler",
    "støttet": "støtter", "støtta": "støtter", "merket": "merker", "oversendte": "oversender", "godkjennes": "godkjenner",
}  # fmt: skip
# A discussion told with the body as its subject is no decision: "Rådet drøftet saken".
_DISCUSSED = re.compile(
    r"^\S+(?:\s+\S+)?\s+(?:drøfte[rt]|har\s+drøftet|drøfta|er\s+orientert|er\s+kjent|vil)\b", re.IGNORECASE
)


def decisions_of(
    case: str | None, parts: Sequence[CasePart], proposals: Sequence[Proposal], sha256: str, body: str
) -> list[Decision]:
    """What minutes say was decided in a case. `proposals` are what is known to have been proposed, the one in force last."""
    own = [part for part in parts if part.own]
    proposal = proposals[-1] if proposals else None
    found: list[Decision] = []
    labelled = [(place, part) for place, part in enumerate(own) if part.part is Part.DECISION]
    for place, part in labelled:
        until = next((later for later, _ in labelled if later > place), len(own))
        after = [each for each in own[place + 1 : until] if each.part in (Part.PROCESS, Part.VOTE)]
        text, told = _text_and_votes(part, after)
        outcome = part.words if tells_outcome(part.words) else ""
        text = text or outcome
        if not text and not told and not adopts_the_proposal(part.words):
            continue
        fell = " ".join(line for line in part.texts if _turns_down(line))
        votes = (
            votes_in(part.words)
            or votes_in(" ".join((*told, "" if _by_point(text) else fell)))
            or (None if _by_point(text) else _votes_before(own[:place]) or _votes_at_end(text))
        )
        made = decision(case, text, Place(sha256, part.slide), votes, proposals, outcome)
        made = _as_labelled(made, tells_whether_as_proposed(part.words))
        found.append(_with_votes_on_the_proposal(made, own[:place]))
    if not found:
        unlabelled = _told_in_passing(case, own, proposal, proposals, sha256, body)
        recommended = _recommended_last(own, body) if unlabelled is None else None
        if recommended is not None:
            before = [each for each in proposals if each.text != recommended.text]
            votes = _votes_before(own[:-1])
            unlabelled = decision(case, recommended.text, Place(sha256, recommended.slide), votes, before)
        found += [unlabelled] if unlabelled is not None else []
    distinct: dict[str, Decision] = {}
    for each in found:
        distinct.setdefault(normalised(each.text), each)
    return list(distinct.values())


def _recommended_last(own: Sequence[CasePart], body: str) -> CasePart | None:
    """What a body that gives advice came to, under the bare word for it at the end of a case: "Tilråding", "Uttalelse"."""
    last = own[-1] if len(own) > 1 else None
    bare = last is not None and last.part is Part.PROPOSAL and _BARE_ADVICE.match(last.words) is not None
    if last is None or not bare:
        return None
    first = next(iter(sentences(last.text)), "")
    return last if _decides(last.text, body) or decides(first, body) else None


_BARE_ADVICE = re.compile(r"^(?:tilråding|tilråing|anbefaling|uttalelse|uttale|innstilling)$", re.IGNORECASE)


def _as_labelled(made: Decision, as_proposed: bool | None) -> Decision:
    """A decision with what its label says of the proposal ("som foreslått", "endret"), which goes before comparing the words."""
    if as_proposed is None or made.status not in (DecisionStatus.ADOPTED, DecisionStatus.CHANGED):
        return made
    status = DecisionStatus.ADOPTED if as_proposed else DecisionStatus.CHANGED
    return replace(made, status=status, as_proposed=as_proposed if made.proposal else None)


def _with_votes_on_the_proposal(made: Decision, before: Sequence[CasePart]) -> Decision:
    """Where the proposal fell, the votes by which it did, before those on what came in its place."""
    turned_down = made.status is DecisionStatus.REJECTED and made.votes is None
    if not (turned_down or (made.status is DecisionStatus.POSTPONED and rejects(made.text))):
        return made
    told = [
        s for part in before if part.part in (Part.VOTE, Part.PROCESS) for text in part.texts for s in sentences(text)
    ]
    fell = [s for s in told if says_lost(s) and votes_in(s) and not is_members_own(s)]
    if not fell:
        return made
    if turned_down and len(fell) == 1:
        return replace(made, votes=votes_in(fell[0]))
    rest = [s for s in told if s not in fell and says_won(s) and votes_in(s)] if made.votes else []
    return replace(made, votes=" ".join((*fell, *rest)))


def _text_and_votes(part: CasePart, after: Sequence[CasePart]) -> tuple[str, list[str]]:
    """The decision's lines, and the lines on its votes: under the same label, or the outcome just after."""
    told: list[str] = []
    kept: list[str] = []
    for text in part.texts:
        # "Samrøystes som framlegget, med tillegget frå Berg.", over the points that were decided so.
        over_points = text is part.texts[0] and len(part.texts) > 1 and votes_in(text) and changes_the_proposal(text)
        if over_points or (
            is_outcome(text) and not (adopts_the_proposal(text) and len(part.texts) == 1) and not _turns_down(text)
        ):
            told.append(text)
            continue
        left, of_votes = _votes_apart(text)
        kept.append(left)
        told += of_votes
    for each in after:
        for text in each.texts:
            first = next(iter(sentences(text)), text)
            if is_outcome(text) or (votes_in(text) and each.part is Part.VOTE):
                told.append(text)
            elif is_bare_outcome(first):
                # "Vedtatt med 7 mot 4 stemmer. Mindretallet besto av Berg og Dal."
                told.append(first)
    return "\n".join(kept), told


def _votes_apart(text: str) -> tuple[str, list[str]]:
    """A line of a decision without a first sentence that only counts its votes, and without a last one that says that it is what
    was proposed: "Vedtatt med 8 mot 0 stemmer. Rapport skal leveres.", "Møteplanen godkjennes. Forslaget ble vedtatt uendret."
    """
    told = sentences(text)
    apart: list[str] = []
    if len(told) > 1 and is_bare_outcome(told[0]) and votes_in(told[0]):
        apart.append(told.pop(0))
        text = text[text.index(told[0]) :]
    last = told[-1] if len(told) > 1 and not _OF_POINTS.match(told[-1]) else ""
    if adopts_the_proposal(last) and is_outcome(last) and not is_bare_outcome(last):
        text = text[: text.rindex(told[-1])].rstrip()
        apart.append(told.pop())
    return text, apart


def _turns_down(text: str) -> bool:
    """Whether an outcome is that the proposal of the case fell: that is the decision itself, not only its votes."""
    first = next(iter(sentences(text)), text)
    return rejects(first) and not is_members_own(first)


def _by_point(text: str) -> bool:
    """Whether the points of a decision were voted on each by itself: then no count is that of the whole."""
    return sum(votes_in(line) is not None for line in text.split("\n")) > 1


def _votes_before(parts: Sequence[CasePart]) -> str | None:
    """The votes told before the decision: under the voting first, else in the account of the handling."""
    for wanted in (Part.VOTE, Part.PROCESS, Part.AMENDMENT):
        votes = votes_of_adoption([text for part in parts if part.part is wanted for text in part.texts])
        if votes is not None:
            return votes
    return None


def _votes_at_end(text: str) -> str | None:
    """The votes that the last sentence of the decision tells itself: "… godkjennes. Enstemmig."."""
    last = sentences(text)[-1:] if text else []
    return votes_in(last[0]) if last and len(last[0].split()) <= _VOTE_WORDS else None


def _core(text: str) -> str:
    """A text for the comparison of a decision with a proposal: without who says it before, and the votes after.

    The words before are a first line that ends in a colon: "Utvalget avgir slik innstilling:".
    """
    told = sentences(text)
    if len(told) > 1 and is_bare_outcome(told[-1]):
        told = told[:-1]
    return normalised("\n".join(told[1:] if len(told) > 1 and told[0].endswith(":") else told))


def decision(
    case: str | None,
    text: str,
    place: Place,
    votes: str | None,
    proposals: Sequence[Proposal],
    outcome: str = "",
) -> Decision:
    """A decision of these words. `proposals` are those of its case, the one in force last; `outcome` is what the words over it
    tell of it ("Utsatt", "Forslaget ble avvist").

    Words that only say that the proposal was adopted stand for the proposal's.
    """
    proposal = proposals[-1] if proposals else None
    if outcome and (postpones(outcome) or rejects(outcome)):
        status = DecisionStatus.POSTPONED if postpones(outcome) else DecisionStatus.REJECTED
        return Decision(case, text, place, status, votes, proposal, False if proposal else None)
    if not text or adopts_the_proposal(text) or (is_bare_outcome(text) and proposal is not None):
        as_said = text or (votes or "")
        words = proposal.text if proposal is not None else as_said
        votes = votes or votes_in(text)
        return Decision(case, words, place, DecisionStatus.ADOPTED, votes, proposal, True if proposal else None)
    said = _core(text)
    same = next(
        (p for p in reversed(proposals) if _says_the_same(_core(p.text), said) or says_alike(p.text, text)), None
    )
    if same is not None:
        # What was adopted may be somebody's proposal to put the case off.
        status = DecisionStatus.POSTPONED if postpones(text) else DecisionStatus.ADOPTED
        return Decision(case, text, place, status, votes, same, True)
    if proposal is not None and follows_the_proposal(text):
        return Decision(case, text, place, DecisionStatus.ADOPTED, votes, proposal, True)
    followed = bool(_FOLLOWED.match(text.strip()))
    return Decision(case, text, place, _status(text, proposal), votes, proposal, followed if proposal else None)


def _says_the_same(proposed: str, said: str) -> bool:
    """Equal words, or an election that names the one proposed."""
    return proposed == said or (said.startswith(proposed) and bool(_ELECTED.match(said[len(proposed) :])))


_ELECTED = re.compile(
    r"^\s+(?:(?:ble|vart|blei|er|blir)\s+)?(?:(?:enstemmig|samrøystes)\s+)?(?:valgt|vald|oppnevnt|oppnemnd|velges|veljast)\b"
)
# A sentence on the votes of a decision is short.
_VOTE_WORDS = 15
# "Godkjent.", "Tatt til orientering.": the proposal was followed, in the shortest words.
_FOLLOWED = re.compile(
    r"^(?:\w+\s+)?(?:godkjent|godkjend|godkendt|godkänns|vedtatt|vedteke|tatt\s+til\s+(?:orientering|etterretning)|teken\s+til\s+(?:orientering|vitande)|"
    r"taget\s+til\s+efterretning|tiltrådt|tilsluttet|ingen\s+merknader|ingen\s+merknadar)\.?$",
    re.IGNORECASE,
)


# "Møteplanen ble tatt til orientering.", "Innkallingen ble godkjent uten merknader.": a sentence of its own on the subject.
_NOTED = re.compile(
    r"^(?!ikk(?:j)?e\b)(?:[\w–-]+\s+){1,5}?(?:ble|blei|vart|vert|blir|blev)\s+(?:(?:enstemmig|samrøystes)\s+)?"
    r"(?:(?:tatt|teke|teken|taget)\s+til\s+(?:orientering|etterretning|vitande|efterretning)|godkjent|godkjend)"
    r"(?:\s+(?:enstemmig|samrøystes|(?:uten|utan)\s+(?:merknad\w*|endring\w*|kommentar\w*)))*\.?$",
    re.IGNORECASE,
)


def _noted(text: str) -> bool:
    """Whether an account opens with the sentence that the case was noted or approved; what follows belongs to it."""
    told = sentences(text.strip())
    return bool(told) and bool(_NOTED.match(told[0])) and len(told) <= _NOTED_SENTENCES


# A longer account tells more than the decision.
_NOTED_SENTENCES = 3


def _status(text: str, proposal: Proposal | None) -> DecisionStatus:
    if postpones(text):
        return DecisionStatus.POSTPONED
    first = next(iter(sentences(text)), text)
    if rejects(first) or (rejects(text) and not says_won(text)):
        return DecisionStatus.REJECTED
    if changes_the_proposal(text):
        return DecisionStatus.CHANGED
    if proposal is None or _FOLLOWED.match(text.strip()):
        return DecisionStatus.ADOPTED
    return DecisionStatus.CHANGED


def _told_in_passing(
    case: str | None,
    own: Sequence[CasePart],
    proposal: Proposal | None,
    proposals: Sequence[Proposal],
    sha256: str,
    body: str,
) -> Decision | None:
    """A decision without a label: the vote that says which proposal was adopted, or the body's own words.

    A member's proposal that is said to be adopted is the decision; one that fell is not.
    """
    accounts = [part for part in own if part.part in (Part.PROCESS, Part.VOTE)]
    told = [(part, sentence) for part in accounts for text in part.texts for sentence in sentences(text)]
    amendments = [part for part in own if part.part is Part.AMENDMENT and part.texts]
    for part, sentence in told:
        place = Place(sha256, part.slide)
        votes = _votes_before(accounts)
        if (
            len(amendments) == 1
            and is_members_own(sentence)
            and says_won(sentence)
            and not adopts_the_proposal(sentence)
        ):
            return decision(case, amendments[0].text, place, votes, proposals)
        if (
            (adopts_the_proposal(sentence) or is_bare_outcome(sentence))
            and proposal is not None
            and not says_lost(sentence)
        ):
            return decision(case, "", place, votes, proposals)
        if changes_the_proposal(sentence) and says_won(sentence) and proposal is not None:
            # "Innstillingen ble slik vedtatt: punkt 2 endres til …": the sentence and what its line goes on with.
            line = next(text for text in part.texts if sentence in text)
            return decision(case, line[line.index(sentence) :], place, votes, proposals)
        if rejects(sentence) and not is_members_own(sentence) and proposal is not None:
            status = DecisionStatus.REJECTED
            return Decision(case, sentence, place, status, votes_in(sentence) or votes, proposal, False)
    for part in accounts:
        followed = next((text for text in part.texts if _FOLLOWED.match(text.strip()) or _noted(text)), None)
        if followed is not None:
            return decision(case, followed, Place(sha256, part.slide), _votes_before(accounts), proposals)
    speaking = [(part, text) for part in accounts for text in part.texts if _decides(text, body)]
    speaking = speaking or [(part, sentence) for part, sentence in told if decides(sentence, body)]
    if not speaking:
        return _put_off(case, told, proposal, _votes_before(accounts), sha256)
    part = speaking[-1][0]
    text = "\n".join(text for where, text in speaking if where is part)
    return decision(case, text, Place(sha256, part.slide), votes_in(text) or _votes_before(accounts), proposals)


_OF_POINTS = re.compile(r"^(?:punkt\w*|pkt\.?)\s+\d", re.IGNORECASE)
# Somebody wants the case put off; what came of that another sentence tells.
_WISHES = re.compile(
    r"\b(?:foreslo|føreslo|foreslår|føreslår|foreslått|føreslått|fremmet|fremja|ønsket|ønska|ønsker|ønskjer|ba\s+om|bad\s+om|ville|vil|spurte)\b",
    re.IGNORECASE,
)


def _put_off(
    case: str | None,
    told: Sequence[tuple[CasePart, str]],
    proposal: Proposal | None,
    votes: str | None,
    sha256: str,
) -> Decision | None:
    """The decision to put a case off that an account tells, by the sentence that says that it was, with what its line goes on
    with; else by the one who wanted it, as long as no such wish is told to have fallen.
    """
    put_off = [(part, sentence) for part, sentence in told if postpones(sentence)]
    done = [each for each in put_off if not _WISHES.search(each[1])]
    if not put_off or (not done and any(says_lost(sentence) and is_members_own(sentence) for _, sentence in told)):
        return None
    part, sentence = (done or put_off)[0]
    line = next(text for text in part.texts if sentence in text)
    whole = line if done and line.startswith(sentence) and len(line.split()) <= _POSTPONED_LINE else sentence
    votes = votes_in(whole) or (votes if done else None)
    status = DecisionStatus.POSTPONED
    return Decision(
        case, whole, Place(sha256, part.slide), status, votes, proposal, False if proposal is not None else None
    )


# A longer line tells more than that the case was put off, and until when.
_POSTPONED_LINE = 40


def _decides(text: str, body: str) -> bool:
    return body_speaks(text, body) and not _DISCUSSED.match(text)


def normalised(text: str) -> str:
    """A text without what two versions of the same proposal differ in: case, signs, the count of points, the tense."""
    points = re.sub(r"(?m)^\s*(?:\d{1,2}[.)]|[a-zæøå][.)]|[-–•])\s+", "", text.casefold())
    return " ".join(_PRESENT.get(word, word) for word in re.findall(r"\w+", points))
