"""What thirty members get who ask at the same moment, while the secretary takes in a meeting.

    .venv/bin/python benchmarks/load.py [--archive archive] [--members 30] [--rounds 6]

Serves a copy of the archive (of ingest/ where none is named) in a temporary folder, on this machine alone. In each round every
member asks one question, all at once: two thirds through the page as a browser does, one third through the API. From
the second round on, `radsassistent ingest` takes generated meetings in, in a process of its own. With --address, what
is served there already is asked instead, and nothing is taken in; only an address of this machine will do.

The exit code is 1 when a question went unanswered, the ingest failed, or the p95 is over the goal.
"""

from __future__ import annotations

import argparse
import http.client
import ipaddress
import json
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PROGRAM = [sys.executable, "-m", "radsassistent.cli"]
# Seconds within which 95 of 100 answers shall be there.
GOAL = 2.0
# Bounds, so that a slip of the keyboard is no siege.
MOST_MEMBERS, MOST_ROUNDS = 100, 50
PATIENCE = 60.0
MEETINGS_TAKEN_IN = 3


@dataclass(frozen=True)
class Asked:
    """One question's way: when it was asked (monotonic seconds), how long it took, and what went wrong ("" for nothing)."""

    way: str
    at: float
    seconds: float
    fault: str


@dataclass
class Taking:
    """The ingest beside the questions."""

    started: float = 0.0
    ended: float = 0.0
    code: int | None = None
    said: str = field(default="", repr=False)


class Server:
    """A served site: asked through its API, and through its page as a browser does."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme != "http" or not parts.hostname or not parts.port or not _is_loopback(parts.hostname):
            raise SystemExit(
                f"{address} is no address of this machine, such as http://127.0.0.1:7860; nothing was sent."
            )
        self._host, self._port = parts.hostname, parts.port

    def ready(self) -> bool:
        try:
            self._post("/api/v1/spor", {"question": "Er du der?"})
        except (OSError, RuntimeError):
            return False
        return True

    def learn_page(self) -> None:
        """Find the event that sending a question makes, and what it takes."""
        config = json.loads(self._get("/config"))
        components = {each["id"]: each for each in config["components"]}
        box = next(number for number, each in components.items() if each["props"].get("elem_id") == "question")
        event = next(each for each in config["dependencies"] if [box, "submit"] in each["targets"])
        self._event = event["id"]
        self._box = event["inputs"].index(box)
        self._inputs = [components[each]["props"].get("value") for each in event["inputs"]]

    def by_api(self, question: str) -> None:
        answer = self._post("/api/v1/spor", {"question": question})
        if not answer["sentences"]:
            raise RuntimeError("an answer without a sentence")

    def by_page(self, question: str) -> None:
        session = uuid.uuid4().hex[:10]
        data = [question if place == self._box else value for place, value in enumerate(self._inputs)]
        event = {"data": data, "fn_index": self._event, "session_hash": session, "event_data": None, "trigger_id": None}
        self._post("/gradio_api/queue/join", event)
        for message in self._events(f"/gradio_api/queue/data?session_hash={session}"):
            if message["msg"] == "process_completed":
                if not message["success"]:
                    raise RuntimeError(str(message["output"]))
                return
        raise RuntimeError("the page's answer ended early")

    def _get(self, path: str) -> bytes:
        return self._request("GET", path, None)

    def _post(self, path: str, body: object) -> Any:
        return json.loads(self._request("POST", path, json.dumps(body).encode()))

    def _request(self, method: str, path: str, body: bytes | None) -> bytes:
        connection = http.client.HTTPConnection(self._host, self._port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, {"Content-Type": "application/json"} if body else {})
            response = connection.getresponse()
            said = response.read()
            if response.status >= 400:
                raise RuntimeError(f"{response.status}: {said[:200]!r}")
            return said
        finally:
            connection.close()

    def _events(self, path: str) -> Iterator[dict[str, Any]]:
        connection = http.client.HTTPConnection(self._host, self._port, timeout=PATIENCE)
        try:
            connection.request("GET", path, headers={"Accept": "text/event-stream"})
            for line in connection.getresponse():
                if line.startswith(b"data:"):
                    yield json.loads(line[5:])
        finally:
            connection.close()


def main() -> int:
    """Run all rounds and print a line for each figure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--address")
    parser.add_argument("--members", type=int, default=30, choices=range(1, MOST_MEMBERS + 1), metavar="N")
    parser.add_argument("--rounds", type=int, default=6, choices=range(1, MOST_ROUNDS + 1), metavar="N")
    parser.add_argument("--questions", type=Path, default=Path("eval/2026-02-12-portefoljeradet.jsonl"))
    given = parser.parse_args()
    questions = dev_questions(given.questions)
    if given.address:
        server = Server(given.address)
        server.learn_page()
        return report(*rounds(server, questions, given.members, given.rounds, lambda: None), None)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        archive = copied(given.archive, folder / "archive")
        with serving(archive) as (server, process):
            server.learn_page()
            taking = Taking()
            ingest = threading.Thread(target=take_in, args=(archive, folder / "ingest", taking))
            asked, seconds = rounds(server, questions, given.members, given.rounds, ingest.start)
            ingest.join()
            say("serving process, peak resident memory", f"{peak_memory(process.pid):.0f} MB")
        return report(asked, seconds, taking)


def dev_questions(path: Path) -> list[str]:
    """The dev split's questions; those of the test split are not for tuning, not even of speed."""
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [record["question"] for record in records if record["split"] == "dev"]


def copied(archive: Path | None, folder: Path) -> Path:
    """A copy of an archive, or one that is made of ingest/."""
    if archive is None:
        subprocess.run([*PROGRAM, "ingest", "ingest", "--archive", str(folder)], check=True, capture_output=True)
    else:
        shutil.copytree(archive, folder)
    return folder


@contextmanager
def serving(archive: Path) -> Iterator[tuple[Server, subprocess.Popen[bytes]]]:
    """The site over an archive, on a free port of this machine."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [*PROGRAM, "serve", "--archive", str(archive), "--port", str(port)], stdout=subprocess.DEVNULL
    )
    try:
        server = Server(f"http://127.0.0.1:{port}")
        deadline = time.monotonic() + 2 * PATIENCE
        while not server.ready():
            if process.poll() is not None or time.monotonic() > deadline:
                raise SystemExit("The site did not start.")
            time.sleep(0.2)
        yield server, process
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)


def rounds(
    server: Server, questions: Sequence[str], members: int, count: int, after_first: Any
) -> tuple[list[Asked], float]:
    """What every question of every round came to, and the seconds of all rounds; members ask at once, each their own."""
    asked: list[Asked] = []
    seconds = 0.0
    with ThreadPoolExecutor(members) as pool:
        for number in range(count):
            at_once = threading.Barrier(members)
            jobs = [
                pool.submit(
                    ask, server, questions[(number * members + member) % len(questions)], member % 3 == 0, at_once
                )
                for member in range(members)
            ]
            started = time.monotonic()
            asked += [job.result() for job in jobs]
            seconds += time.monotonic() - started
            if number == 0:
                after_first()
    return asked, seconds


def ask(server: Server, question: str, by_api: bool, at_once: threading.Barrier) -> Asked:
    at_once.wait()
    started, fault = time.monotonic(), ""
    try:
        (server.by_api if by_api else server.by_page)(question)
    except (OSError, RuntimeError, ValueError, http.client.HTTPException) as error:
        fault = f"{type(error).__name__}: {error}"
    return Asked("API" if by_api else "page", started, time.monotonic() - started, fault)


def take_in(archive: Path, folder: Path, taking: Taking) -> None:
    """Take generated meetings in, each a transaction of its own, while the questions run."""
    for number in range(1, MEETINGS_TAKEN_IN + 1):
        meeting = folder / f"2032-0{number}-15-lastradet"
        meeting.mkdir(parents=True)
        (meeting / "innkalling.md").write_text(generated_meeting(number), encoding="utf-8")
    taking.started = time.monotonic()
    done = subprocess.run(
        [*PROGRAM, "ingest", str(folder), "--archive", str(archive)], capture_output=True, text=True, check=False
    )
    taking.ended, taking.code, taking.said = time.monotonic(), done.returncode, done.stdout + done.stderr


def generated_meeting(number: int) -> str:
    """A summons of an invented council."""
    cases = "\n\n".join(
        f"## Sak {case}/32 Prøvelast nummer {case}\n\n"
        + "\n\n".join(
            f"Avsnitt {line} om prøvelast {case} i møte {number}: {case * line} tonn grus." for line in range(1, 9)
        )
        + f"\n\nForslag til vedtak:\n\nLastrådet tar prøvelast {case} til orientering."
        for case in range(10 * number, 10 * number + 5)
    )
    return f"# Møte i Lastrådet 15.0{number}.2032\n\n{cases}\n"


def report(asked: Sequence[Asked], seconds: float, taking: Taking | None) -> int:
    """Print the figures; the exit code."""
    faults = [each.fault for each in asked if each.fault]
    say("questions, errors", f"{len(asked)}, {len(faults)}")
    for fault in sorted(set(faults)):
        say("  error", fault)
    say("throughput", f"{len(asked) / seconds:.1f} answers/s")
    spread("time to the whole answer", asked)
    for way in ("page", "API"):
        spread(f"  through the {way}", [each for each in asked if each.way == way])
    late = percentile([each.seconds for each in asked])
    failed = bool(faults) or late > GOAL
    if taking is not None:
        during = [each for each in asked if each.at < taking.ended and each.at + each.seconds > taking.started]
        spread("  while meetings are taken in", during)
        say("ingest beside the questions", f"{taking.ended - taking.started:.1f} s, exit code {taking.code}")
        if taking.code != 0 or not during:
            say("  error", taking.said or "no question was asked while meetings were taken in")
            failed = True
    say("goal", f"no error, p95 under {GOAL:.0f} s: {'not met' if failed else 'met'}")
    return int(failed)


def spread(what: str, asked: Sequence[Asked]) -> None:
    times = [each.seconds for each in asked]
    if times:
        p50, worst = statistics.median(times), max(times)
        say(what, f"p50 {p50:.2f} s, p95 {percentile(times):.2f} s, most {worst:.2f} s ({len(times)})")


def percentile(times: Sequence[float], share: float = 0.95) -> float:
    return sorted(times)[min(int(share * len(times)), len(times) - 1)]


def peak_memory(process: int) -> float:
    """Megabytes."""
    found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{process}/status").read_text(encoding="utf-8"))
    return int(found[1]) / 1024 if found else 0.0


def say(what: str, value: str) -> None:
    sys.stdout.write(f"{what:<44} {value}\n")
    sys.stdout.flush()


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


if __name__ == "__main__":
    sys.exit(main())
