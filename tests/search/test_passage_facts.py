"""What is worked out once of the passages of an archive, and that it goes with the archive's generation."""

from __future__ import annotations

import pytest
from tests.council_embedding import StemEmbedding
from tests.deck_builder import slide, table, written

from radsassistent.answers.corpora import Corpora
from radsassistent.archive import Archive, Passage, PassageKind
from radsassistent.search import Corpus, understand
from radsassistent.search.features import FEATURES, candidate_features
from radsassistent.search.find import find
from radsassistent.search.passage_facts import MOST_REMEMBERED, facts

LAMPS = table(("Post", "2030", "2031"), ("Sum lykter", "12", "15"), ("Lykter i nord", "5", "7"))
DECK = (
    slide("Møte i Oppdiktrådet 5. mars 2031"),
    slide("Lyktene", "• Tre lykter ble tent i mai", "• De kostet 14 millioner kroner", "• Lykteråd: Siv Tangen"),
    slide("Ettersyn", "Ettersyn:", "• Alle lykter pusses hver måned"),
    slide("Hvor mange lykter", LAMPS),
)


@pytest.fixture
def archive(tmp_path, embedding):
    made = Archive.open(tmp_path / "arkiv", embedding)
    made.put(*written(tmp_path, *DECK))
    return made


def of(corpus: Corpus, text: str) -> Passage:
    return next(p for p in corpus.passages if p.kind is not PassageKind.SLIDE and text in p.text)


def rows(question: str, corpus: Corpus, embedding: StemEmbedding):
    query = understand(question, corpus)
    hits = find(query, embedding.get_query_embedding(query.text), corpus)
    return [hit.passage.text for hit in hits], candidate_features(query, hits, corpus)


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("Tre lykter ble tent", {"counts": ("tre lykter",), "has_time": True, "has_money": False, "numbers": ()}),
        ("De kostet", {"numbers": ("14",), "has_money": True, "has_name": False, "has_time": False}),
        ("Siv Tangen", {"has_name": True, "numbers": (), "has_money": False}),
        ("Alle lykter pusses", {"has_share": True, "leads_in": False}),
    ],
)
def test_a_line_has_what_stands_in_it_whatever_is_asked(archive, text, has):
    corpus = Corpus.of(archive.snapshot())
    found = facts(of(corpus, text), corpus)
    assert {name: getattr(found, name) for name in has} == has


def test_of_a_row_it_is_known_whether_it_is_a_sum_and_what_it_is_called(archive):
    corpus = Corpus.of(archive.snapshot())
    total, part = (facts(of(corpus, text), corpus).row for text in ("Sum lykter", "Lykter i nord"))
    assert (total.is_total, part.is_total) == (True, False)
    assert total.table == part.table
    assert "nord" in part.named


def test_what_is_seen_of_passages_is_the_same_whether_or_not_it_was_asked_before(archive, embedding):
    question = "Hvor mange lykter var det i nord i 2031?"
    asked_before, fresh = Corpus.of(archive.snapshot()), Corpus.of(archive.snapshot())
    for other in ("Hva kostet lyktene?", "Hvem sitter i lykterådet?", "Når ble de tent?", question):
        rows(other, asked_before, embedding)
    (texts, before), (same, now) = (rows(question, corpus, embedding) for corpus in (asked_before, fresh))
    assert texts == same
    assert (before == now).all()


def test_more_passages_than_are_remembered_have_the_same_facts(archive, embedding, monkeypatch):
    question = "Hvor mange lykter var det i nord i 2031?"
    _, whole = rows(question, Corpus.of(archive.snapshot()), embedding)
    monkeypatch.setattr("radsassistent.search.passage_facts.MOST_REMEMBERED", 2)
    corpus = Corpus.of(archive.snapshot())
    _, little = rows(question, corpus, embedding)
    assert MOST_REMEMBERED > 2
    assert len(corpus.kept["passage facts"]) <= 2
    assert (whole == little).all()


def test_what_a_new_version_says_is_seen_at_once(archive, tmp_path):
    corpora = Corpora(archive)
    before = corpora.current(internal=True)
    assert facts(of(before, "Ettersyn"), before).is_head
    assert not facts(of(before, "Lykter i nord"), before).has_money
    anew = (*DECK[:2], slide("Ettersyn", "Ettersyn:"), slide("Hva lyktene koster i kroner", LAMPS))
    archive.put(*written(tmp_path, *anew))
    now = corpora.current(internal=True)
    assert not facts(of(now, "Ettersyn"), now).is_head
    assert facts(of(now, "Lykter i nord"), now).has_money


def test_all_features_have_a_column(archive, embedding):
    texts, seen = rows("Hva kostet lyktene?", Corpus.of(archive.snapshot()), embedding)
    assert seen.shape == (len(texts), len(FEATURES))


def test_passages_of_slides_come_in_the_archives_order(archive):
    corpus = Corpus.of(archive.snapshot())
    keys = {(p.sha256, p.slide) for p in corpus.passages if p.slide in (2, 4)}
    assert corpus.on_slides(keys) == [p for p in corpus.passages if p.slide in (2, 4)]
    assert corpus.on_slides({("ukjent", 1)}) == []
