"""What one answer is worth, and the figures over many. Pure functions; nothing here asks, reads or prints.

Citations are judged as in ALCE (Gao et al. 2023, "Enabling Large Language Models to Generate Text with
Citations", section 4): the recall of a sentence is 1 when what it cites bears it out, else 0, and is averaged
over sentences; a citation is precise when it is of use for that. ALCE lets an entailment model decide; here the
gold names the slides that prove the answer, so the judgement is exact and repeatable: a sentence is borne out
when at least one of its citations is a gold slide (`citation_recall`), and sound when all of them are
(`sentence_precision`). A sentence that cites nothing is the assistant's word about its own answer ("Dette er et
forslag, …"): verification lets no other through, and it is not counted.
"""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from radsassistent.archive.gold_fields import KINDS, LANGUAGES
from radsassistent.evaluation import matching
from radsassistent.evaluation.gold import Question


@dataclass(frozen=True)
class Outcome:
    """One question with its answer, judged. Where a figure has no meaning for the question it is None."""

    question: Question
    answer: str
    abstained: bool
    right: bool
    slide_cited: bool | None
    """Every gold group has a citation. None for a question that the documents do not answer."""
    citations: tuple[int, ...]
    """The slides cited, in order; none when the answer abstained, for then nothing is claimed."""
    retrieved: tuple[int, ...]
    """The distinct slides retrieved, best first; 0 keeps the rank of a slide of another meeting."""
    recall_at_1: float | None
    recall_at_5: float | None
    reciprocal_rank: float | None
    ms: float
    failures: tuple[str, ...]
    """What is wrong, in Norwegian sentences for the report; empty when all is well."""
    follow_up: bool = False
    """Whether it was asked in a conversation, and not first."""
    sentences: tuple[tuple[int, ...], ...] = ()
    """For each sentence with citations the slides that it cites; none when the answer abstained."""
    rejected: int = 0
    """Statements that verification removed."""
    forbidden: bool = False
    """Whether the answer holds something that makes it wrong wherever it stands."""

    @property
    def right_and_cited(self) -> bool | None:
        return None if self.slide_cited is None else self.right and self.slide_cited

    @property
    def passed(self) -> bool:
        """Answered right with all its slides cited; rightly not answered where the documents do not tell."""
        return self.right and self.slide_cited is not False


@dataclass(frozen=True)
class Figures:
    """The figures of a set of outcomes: shares 0–1, times in ms, None where nothing could be measured.

    `answer_right` counts every question, an abstention on a question that the documents do not answer being
    right. `slide_cited`, `right_and_cited`, `recall_at_1`, `recall_at_5`, `mrr_at_10` and `false_abstention`
    are over the answerable questions, `abstention_recall` over those that the documents do not answer,
    `abstention_precision` over the abstentions, `citation_precision` over all citations, `answer_words` the median over
    the answers to answerable questions.

    `citation_recall` and `sentence_precision` are over the sentences of answers to answerable questions. `answered_wrong` is
    over the answerable questions: answered, and not right. `forbidden_said` is over the questions that forbid something and
    were answered: a proposal told as a decision, the figure of another year. `several_told` is over the questions that need
    several slides and several answers, contradictions among them: all told, each with its slide. `follow_up_right` is over the
    later questions of conversations. `near_miss_recall` and `far_recall` part `abstention_recall` by `near_miss`. `rejected` is
    the number of statements that verification removed.
    """

    questions: int
    answer_right: float | None
    slide_cited: float | None
    right_and_cited: float | None
    citation_precision: float | None
    citation_recall: float | None
    sentence_precision: float | None
    answered_wrong: float | None
    forbidden_said: float | None
    several_told: float | None
    follow_up_right: float | None
    recall_at_1: float | None
    recall_at_5: float | None
    mrr_at_10: float | None
    abstention_recall: float | None
    near_miss_recall: float | None
    far_recall: float | None
    abstention_precision: float | None
    false_abstention: float | None
    rejected: float | None
    answer_words: float | None
    p50_ms: float | None
    p95_ms: float | None

    def as_dict(self) -> dict[str, int | float | None]:
        return asdict(self)


METRICS = tuple(field.name for field in fields(Figures) if field.name != "questions")


def judge(
    question: Question,
    record: Mapping[str, Any],
    documents: Collection[str] | None = None,
    *,
    follow_up: bool = False,
) -> Outcome:
    """Compare one batch record with its gold. `sentences` of the record are the answer's, each with its citations; without
    them the answer counts as one sentence.

    `documents` are the file names that belong to the question's meeting. Slide numbers repeat from deck to
    deck, so with several meetings in the archive a slide counts only in these; None trusts every document
    (one deck only). An answer that abstained is never right for an answerable question, whatever its text
    holds.
    """

    def slide(item: Mapping[str, Any]) -> int:
        return int(item["slide"]) if documents is None or item["document"] in documents else 0

    answer, abstained = str(record["answer"]), bool(record["abstained"])
    cited = dict.fromkeys((item["document"], item["slide"], slide(item)) for item in record["citations"])
    citations = () if abstained else tuple(cited_slide for _, _, cited_slide in cited)
    said = () if abstained else record.get("sentences", ({"citations": record["citations"]},))
    ranked = dict.fromkeys((item["document"], item["slide"], slide(item)) for item in record["retrieved"])
    retrieved = tuple(rank_slide for _, _, rank_slide in ranked)
    complaints = _complaints(question, answer, abstained)
    right = not complaints
    slide_cited = all_groups_hit(question.slides, citations) if question.answerable else None
    if question.answerable and not abstained:
        complaints += _citation_complaints(question, citations)
    return Outcome(
        question=question,
        answer=answer,
        abstained=abstained,
        right=right,
        slide_cited=slide_cited,
        citations=citations,
        retrieved=retrieved,
        recall_at_1=slide_recall(question.slides, retrieved, 1) if question.answerable else None,
        recall_at_5=slide_recall(question.slides, retrieved, 5) if question.answerable else None,
        reciprocal_rank=reciprocal_rank(question.gold_slides, retrieved, 10) if question.answerable else None,
        ms=float(record["ms"]["total"]),
        failures=tuple(complaints),
        follow_up=follow_up,
        sentences=tuple(tuple(map(slide, each["citations"])) for each in said if each["citations"]),
        rejected=int(record.get("rejected", 0)),
        forbidden=bool(matching.present(answer, question.forbidden)),
    )


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """The figures over these outcomes; the mean over questions, except citation precision, which counts
    citations.
    """
    answerable = [outcome for outcome in outcomes if outcome.question.answerable]
    not_in_documents = [outcome for outcome in outcomes if not outcome.question.answerable]
    citations = [cited in outcome.question.gold_slides for outcome in outcomes for cited in outcome.citations]
    sentences = [(set(cited), o.question.gold_slides) for o in answerable for cited in o.sentences]
    several = [o for o in answerable if len(o.question.slides) > 1 and len(o.question.answers) > 1]
    times = [outcome.ms for outcome in outcomes]
    return Figures(
        questions=len(outcomes),
        answer_right=mean(outcome.right for outcome in outcomes),
        slide_cited=mean(outcome.slide_cited for outcome in answerable),
        right_and_cited=mean(outcome.right_and_cited for outcome in answerable),
        citation_precision=mean(citations),
        citation_recall=mean(bool(cited & gold) for cited, gold in sentences),
        sentence_precision=mean(cited <= gold for cited, gold in sentences),
        answered_wrong=mean(not outcome.abstained and not outcome.right for outcome in answerable),
        forbidden_said=mean(o.forbidden for o in answerable if o.question.forbidden and not o.abstained),
        several_told=mean(outcome.right_and_cited for outcome in several),
        follow_up_right=mean(outcome.passed for outcome in outcomes if outcome.follow_up),
        recall_at_1=mean(outcome.recall_at_1 for outcome in answerable),
        recall_at_5=mean(outcome.recall_at_5 for outcome in answerable),
        mrr_at_10=mean(outcome.reciprocal_rank for outcome in answerable),
        abstention_recall=mean(outcome.abstained for outcome in not_in_documents),
        near_miss_recall=mean(outcome.abstained for outcome in not_in_documents if outcome.question.near_miss),
        far_recall=mean(outcome.abstained for outcome in not_in_documents if not outcome.question.near_miss),
        abstention_precision=mean(not outcome.question.answerable for outcome in outcomes if outcome.abstained),
        false_abstention=mean(outcome.abstained for outcome in answerable),
        rejected=float(sum(outcome.rejected for outcome in outcomes)) if outcomes else None,
        answer_words=percentile(
            [float(len(outcome.answer.split())) for outcome in answerable if not outcome.abstained], 50
        ),
        p50_ms=percentile(times, 50),
        p95_ms=percentile(times, 95),
    )


def by_kind(outcomes: Sequence[Outcome]) -> dict[str, Figures]:
    """The figures of each kind that was asked, in the order of KINDS."""
    of_kind = {kind: [outcome for outcome in outcomes if outcome.question.kind == kind] for kind in KINDS}
    return {kind: figures(some) for kind, some in of_kind.items() if some}


def by_language(outcomes: Sequence[Outcome]) -> dict[str, Figures]:
    """The figures of each language that was asked in, in the order of LANGUAGES."""
    of_language = {name: [outcome for outcome in outcomes if outcome.question.language == name] for name in LANGUAGES}
    return {name: figures(some) for name, some in of_language.items() if some}


def all_groups_hit(groups: Sequence[Collection[int]], slides: Iterable[int]) -> bool:
    """Whether every group of equivalent slides has one among these: ALCE's citation recall for the whole
    answer.
    """
    return slide_recall(groups, list(slides), None) == 1.0


def slide_recall(groups: Sequence[Collection[int]], slides: Sequence[int], k: int | None) -> float:
    """The share of gold groups with a slide among the first k (all, for None)."""
    first = set(slides[:k])
    return sum(not first.isdisjoint(group) for group in groups) / len(groups)


def reciprocal_rank(gold: Collection[int], slides: Sequence[int], k: int) -> float:
    """1 / the rank of the first gold slide among the first k, 0 when there is none."""
    return next((1 / rank for rank, slide in enumerate(slides[:k], start=1) if slide in gold), 0.0)


def mean(values: Iterable[float | None]) -> float | None:
    """The mean of the values that are there; None of none, so that nothing measured never reads as 0 or 1."""
    there = [float(value) for value in values if value is not None]
    return sum(there) / len(there) if there else None


def percentile(values: Sequence[float], percent: float) -> float | None:
    """Nearest rank: always a value that was measured, no interpolation between a fast and a slow question."""
    if not values:
        return None
    return sorted(values)[max(0, math.ceil(percent / 100 * len(values)) - 1)]


def _complaints(question: Question, answer: str, abstained: bool) -> list[str]:
    if not question.answerable:
        return [] if abstained else ["Svarte, men dokumentene har ikke svaret."]
    if abstained:
        return ["Avsto fra å svare, men svaret finnes."]
    complaints = [
        f"Mangler {' eller '.join(f'«{alternative}»' for alternative in group)}."
        for group in matching.missing(answer, question.answers)
    ]
    complaints += [f"Inneholder «{string}»." for string in matching.present(answer, question.forbidden)]
    if question.max_words is not None and (words := matching.word_count(answer)) > question.max_words:
        complaints.append(f"Svaret er på {words} ord; grensen er {question.max_words}.")
    return complaints


def _citation_complaints(question: Question, citations: Sequence[int]) -> list[str]:
    complaints = [
        f"Viser ikke til lysbilde {' eller '.join(map(str, group))}."
        for group in question.slides
        if not set(citations) & set(group)
    ]
    strangers = sorted(set(citations) - question.gold_slides)
    if strangers:
        named = ", ".join(str(slide) if slide else "et annet dokument" for slide in strangers)
        complaints.append(f"Viser til noe som ikke støtter svaret: {named}.")
    return complaints
