"""Do the slides cited say what a sentence says? Measured by the words that it shares with them and by its embedding."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from llama_index.core.base.embeddings.base import BaseEmbedding

from radsassistent.search.corpus import Corpus, SlideKey
from radsassistent.search.features import covered

# Support is the share of a sentence's words, by weight, that stand on its slides, and a tenth of the standard deviations by
# which the best passage of those slides is nearer to it than the archive's passages are in the mean. Of 400 sentences in other
# words than the slide's all checks together refuse 6 % with their own slide and 99 % with another slide of the deck; of 347
# that stand on the slide, none and 97 %: python -m radsassistent.evaluation.support (docs/measurements.md, "Verification").
SUPPORTED = 0.55
NEARNESS_WEIGHT = 0.1


def is_supported(text: str, slides: Iterable[SlideKey], corpus: Corpus, embedder: BaseEmbedding | None) -> bool:
    """Whether slides bear out a sentence. Without an embedder, and where the words suffice, by its words alone."""
    keys = frozenset(slides)
    shared = shared_words(text, keys, corpus)
    if shared >= SUPPORTED or embedder is None:
        return shared >= SUPPORTED
    return shared + NEARNESS_WEIGHT * max(0.0, nearness(text, keys, corpus, embedder)) >= SUPPORTED


def shared_words(text: str, slides: frozenset[SlideKey], corpus: Corpus) -> float:
    """The share (0 to 1) of the weight of a sentence's words that stand on the slides or in what they belong to.

    Its numbers count as there: they are held against the slides by their value before (verify.py).
    """
    found: set[str] = set()
    for passage in corpus.on_slides(slides):
        found |= corpus.slide_terms(passage)
    weights = corpus.weights(text)
    return covered(weights, found | {term for term in weights if term[0].isdigit()})


def nearness(text: str, slides: frozenset[SlideKey], corpus: Corpus, embedder: BaseEmbedding) -> float:
    """How much nearer the slides' best passage is to a sentence than the archive's mean passage, in standard deviations.

    The scale makes it comparable between embedders, whose cosines lie in ranges of their own. 0 where there is none.
    """
    places = [corpus.places[passage.id] for passage in corpus.on_slides(slides)]
    if not places:
        return 0.0
    numbers, found = corpus.snapshot.vectors.nearest(embedder.get_query_embedding(text), len(corpus.passages))
    cosines = np.zeros(len(corpus.passages), dtype=np.float32)
    cosines[corpus.places_of(numbers)] = found
    spread = float(cosines.std())
    return float((cosines[places].max() - cosines.mean()) / spread) if spread > 0 else 0.0
