"""What operators and programs type. Thin: parses, calls one thing, prints; domain errors become exit codes here."""

from __future__ import annotations

import json
import logging
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from radsassistent import administration
from radsassistent.errors import RadsassistentError, UsageError
from radsassistent.options import ArchiveOption, EmbedderOption
from radsassistent.register_view import show_register

if TYPE_CHECKING:
    from llama_index.core.llms import LLM

    from radsassistent.answers import Answer, Assistant
    from radsassistent.archive import Archive
    from radsassistent.archive.ingest import Ingested
    from radsassistent.documents import ReadingLimits
    from radsassistent.evaluation.run import Ask
    from radsassistent.search.rerankers import Reranker
    from radsassistent.settings import Settings

# Every heavy import stands in the command that needs it, so that --help and usage errors answer at once.

app = typer.Typer(
    name="radsassistent",
    help="Svarer på spørsmål om møtedokumenter, med sak og lysbilde for hvert utsagn.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.add_typer(administration.user, name="user")
app.command()(administration.audit)


@app.command()
def ingest(
    paths: Annotated[list[Path] | None, typer.Argument(help="Filer eller mapper; ellers mappen ingest/.")] = None,
    archive: ArchiveOption = None,
    embedder: EmbedderOption = None,
) -> None:
    """Leser inn nye og endrede dokumenter; uendrede blir stående."""
    from radsassistent.archive.ingest import failed_exit_code
    from radsassistent.archive.ingest import ingest as take_in
    from radsassistent.inspection import tell
    from radsassistent.progress import Progress
    from radsassistent.settings import settings

    chosen = settings(archive=archive, embedder=embedder)
    outcomes: list[Ingested] = []
    files = paths or [Path("ingest")]
    with Progress() as progress:
        for outcome in take_in(
            files, chosen.archive, lambda: _archive(chosen), progress, lambda: _reading_limits(chosen)
        ):
            progress.done()
            tell(outcome)
            outcomes.append(outcome)
    raise typer.Exit(failed_exit_code(outcomes))


def _reading_limits(chosen: Settings) -> ReadingLimits:
    from radsassistent.documents import limits_of

    return limits_of(chosen)


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="Spørsmålet.", show_default=False)] = None,
    batch: Annotated[
        Path | None,
        typer.Option("--batch", help='JSONL-fil med {"id", "question", "chat"} på hver linje; «-» er stdin.'),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Skriv svaret som JSON.")] = False,
    archive: ArchiveOption = None,
    embedder: EmbedderOption = None,
) -> None:
    """Svarer på ett spørsmål, eller på alle i en fil."""
    if (question is None) == (batch is None):
        raise UsageError("Oppgi enten et spørsmål eller --batch FIL.")
    if batch is not None:
        lines = list(_batch_lines(batch))
        _answer_batch(lines, _assistant(archive, embedder))
        return
    answer = _assistant(archive, embedder).ask(str(question))
    typer.echo(json.dumps(answer.record(), ensure_ascii=False) if as_json else _as_text(answer))


def _as_text(answer: Answer) -> str:
    lines = [answer.text]
    several = len({citation.meeting_label for citation in answer.citations}) > 1
    for citation in answer.citations:
        where = f"{citation.meeting_label}, {citation.label}" if several else citation.label
        lines.append(f"  [{where}] {citation.document}: «{' '.join(citation.quote.split())}»")
    return "\n".join(lines)


def _batch_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The questions of a batch file; all of it is checked before the first is answered."""
    try:
        text = sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise UsageError(f"{path}: finnes ikke. Sjekk stien.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise RadsassistentError(f"{path}: filen kan ikke leses som tekst i UTF-8 ({error}).") from error
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError as error:
            raise RadsassistentError(f"{path}, linje {number}: ikke gyldig JSON ({error}).") from error
        question = record.get("question") if isinstance(record, dict) else None
        if not isinstance(question, str) or not question.strip():
            raise RadsassistentError(f"{path}, linje {number}: mangler et spørsmål i feltet «question».")
        yield record


def _answer_batch(lines: list[dict[str, Any]], assistant: Assistant) -> None:
    from radsassistent.answers import Conversation

    chats: dict[str, Conversation] = {}
    for record in lines:
        chat = record.get("chat")
        conversation = chats.setdefault(str(chat), Conversation()) if chat is not None else None
        answer = assistant.ask(record["question"], conversation)
        sys.stdout.write(json.dumps(answer.record(record.get("id")), ensure_ascii=False) + "\n")
        sys.stdout.flush()


app.command(name="vedtak")(show_register)


@app.command()
def inspect(
    path: Annotated[Path, typer.Argument(help="Filen som skal vises.", metavar="FIL")],
    slide: Annotated[
        list[int] | None, typer.Option("--slide", min=1, help="Bare dette lysbildet; kan gjentas.", metavar="NUMMER")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Skriv alt som JSON.")] = False,
) -> None:
    """Viser hva som leses ut av en fil, lysbilde for lysbilde; arkivet røres ikke."""
    from radsassistent.documents import read
    from radsassistent.inspection import as_text, record
    from radsassistent.meetings import understand

    if not path.is_file():
        raise UsageError(f"{path}: finnes ikke som fil. Sjekk stien.")
    document = read(path)
    only = frozenset(slide or ())
    missing = sorted(only - {each.number for each in document.slides})
    if missing:
        raise UsageError(f"{path.name} har {len(document.slides)} lysbilder; {missing[0]} finnes ikke.")
    meeting = understand([document])
    if as_json:
        typer.echo(json.dumps(record(document, meeting, only), ensure_ascii=False))
    else:
        typer.echo(as_text(document, meeting, only))


@app.command()
def doctor(archive: ArchiveOption = None, embedder: EmbedderOption = None) -> None:
    """Undersøker arkivet: er alt helt, hvordan er sidene lest, og hva bør gjøres."""
    from radsassistent.archive import embedder as named
    from radsassistent.archive.examination import Level, document_pages, examine
    from radsassistent.inspection import counted
    from radsassistent.settings import settings

    chosen = settings(archive=archive, embedder=embedder)
    marks = {Level.FINE: "ok", Level.NOTICE: "merk", Level.FAULT: "FEIL"}
    findings = list(examine(chosen.archive, named(chosen.embedder).identity))
    for finding in findings:
        typer.echo(f"{marks[finding.level]:4}  {finding.subject}: {finding.seen}")
        if finding.remedy:
            typer.echo(f"      → {finding.remedy}")
    for document in document_pages(chosen.archive):
        typer.echo(f"      {document.name}: {counted(document.counts)}")
    raise typer.Exit(1 if any(finding.level is Level.FAULT for finding in findings) else 0)


@app.command()
def remove(
    names: Annotated[
        list[str], typer.Argument(help="Filnavn, slik de står i svarene, eller stien filen ble lest inn fra.")
    ],
    archive: ArchiveOption = None,
    embedder: EmbedderOption = None,
) -> None:
    """Sletter dokumenter fra arkivet, med alt som er utledet av dem."""
    from radsassistent.settings import settings

    opened = _archive(settings(archive=archive, embedder=embedder), create=False)
    for name in names:
        for gone in opened.remove(name):
            typer.echo(f"{gone}: slettet fra arkivet")


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Adressen chatten svarer på.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Porten chatten svarer på.")] = 7860,
    archive: ArchiveOption = None,
    embedder: EmbedderOption = None,
) -> None:
    """Starter chatten. På andre adresser enn 127.0.0.1 må brukere kunne logge inn; se «radsassistent user add»."""
    from radsassistent.answers import Assistant
    from radsassistent.search.cross_encoder import cross_encoder
    from radsassistent.settings import settings
    from radsassistent.web.admission import admission
    from radsassistent.web.server import serve as start

    chosen = settings(archive=archive, embedder=embedder)
    admission(chosen, host)
    opened = _archive(chosen)
    ready = Assistant(opened, _model(chosen), _reranker(chosen))
    # Half a second that the first question would wait for.
    cross_encoder()
    start(ready, opened, host, port, lambda address: typer.echo(f"Chatten er klar: {address}"), chosen)


@app.command(name="eval")
def evaluate(  # noqa: PLR0913, PLR0917 - a parameter an option
    questions: Annotated[Path, typer.Option(help="Fil eller mappe med fasit (JSONL).")] = Path("eval"),
    split: Annotated[str | None, typer.Option(help="dev eller test; ellers dev, og test med --gate.")] = None,
    gate: Annotated[bool, typer.Option("--gate", help="Feil (1) hvis et mål er under terskelen.")] = False,
    thresholds: Annotated[Path | None, typer.Option(help="Terskelfil; ellers thresholds.toml ved fasiten.")] = None,
    report: Annotated[Path, typer.Option(help="Mappen rapporten skrives til.")] = Path("eval/reports"),
    peer: Annotated[bool, typer.Option("--peer", help="Still de samme spørsmålene til LlamaIndex alene.")] = False,
    save_baseline: Annotated[
        bool, typer.Option("--save-baseline", help="Lagre resultatet som sammenligningsgrunnlag.")
    ] = False,
    archive: ArchiveOption = None,
    embedder: EmbedderOption = None,
) -> None:
    """Måler svarene mot fasiten."""
    from radsassistent.answers import Assistant
    from radsassistent.evaluation.command import Wanted, run
    from radsassistent.settings import settings

    chosen = settings(archive=archive, embedder=embedder)
    opened = _archive(chosen, create=False)
    wanted = Wanted(questions, split, gate, thresholds, report, save_baseline)
    assistant = Assistant(opened, reranker=_reranker(chosen))
    failures = run(wanted, assistant, opened.documents_by_folder(), _peer(opened, chosen) if peer else None)
    for failure in failures:
        typer.echo(f"Under terskelen: {failure}", err=True)
    raise typer.Exit(1 if failures else 0)


def _peer(opened: Archive, chosen: Settings) -> Ask:
    from radsassistent.evaluation.peer import peer

    return peer(opened, _model(chosen))


def _archive(chosen: Settings, *, create: bool = True) -> Archive:
    from radsassistent.archive import Archive, embedder

    return Archive.open(chosen.archive, embedder(chosen.embedder), create=create, lock_wait=chosen.lock_wait)


def _assistant(archive: Path | None, embedder: str | None) -> Assistant:
    from radsassistent.answers import Assistant
    from radsassistent.settings import settings

    chosen = settings(archive=archive, embedder=embedder)
    return Assistant(_archive(chosen, create=False), _model(chosen), _reranker(chosen))


def _reranker(chosen: Settings) -> Reranker | None:
    from radsassistent.search.rerankers import reranker

    return reranker(chosen.reranker)


def _model(chosen: Settings) -> LLM | None:
    """The language model that the settings name, behind any OpenAI-compatible endpoint; None for quote mode."""
    if chosen.model is None:
        return None
    from llama_index.llms.openai_like import OpenAILike

    model: LLM = OpenAILike(
        model=chosen.model,
        api_base=chosen.model_url,
        api_key=chosen.model_key.get_secret_value(),
        is_chat_model=True,
        temperature=0.0,
        timeout=chosen.model_timeout,
        # Of a stream the client makes these by itself, after the time that a busy endpoint's Retry-After names.
        max_retries=chosen.model_retries,
        context_window=chosen.model_context_tokens,
        max_tokens=chosen.model_answer_tokens,
    )
    return model


def main() -> None:
    """The program: runs a command and maps what goes wrong to one Norwegian message and an exit code."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("Advarsel: %(message)s"))
    logging.getLogger("radsassistent").addHandler(handler)
    logging.getLogger("radsassistent").propagate = False
    # What libraries log is not for the user; what matters of it, our own messages tell.
    logging.getLogger().addHandler(logging.NullHandler())
    if sys.argv[1:2] == ["ingest"] and hasattr(os, "nice"):
        # Questions to the site of this machine go first: docs/measurements.md, "Under load".
        os.nice(10)
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run a command line; returns the exit code: 0 done, 1 failed, 2 wrong usage."""
    try:
        code = app(arguments, standalone_mode=False)
    except RadsassistentError as error:
        typer.echo(f"Feil: {error}", err=True)
        return 2 if isinstance(error, UsageError) else 1
    except USAGE_ERROR as error:
        typer.echo(usage_message(error), err=True)
        return 2
    except (KeyboardInterrupt, typer.Abort):
        typer.echo("Avbrutt.", err=True)
        return 130
    except BrokenPipeError:
        return 1
    except Exception as error:  # the last line of defence: no stack trace reaches a user, and none is lost
        return _unexpected(error)
    return code if isinstance(code, int) else 0


# typer keeps the class of its usage errors to itself; BadParameter, which it shows, is one of them.
USAGE_ERROR: type[Exception] = typer.BadParameter.__mro__[1]


def usage_message(error: Exception) -> str:
    """A usage error in Norwegian, with where to read on."""
    kind = type(error).__name__
    if kind == "NoArgsIsHelpError":
        return str(getattr(error, "message", error))
    parameter = getattr(error, "param", None)
    named = getattr(parameter, "human_readable_name", None) or getattr(error, "param_hint", None) or ""
    option = next(iter(getattr(parameter, "opts", [])), named)
    unknown = re.search(r"No such command '(.+?)'", str(error))
    said = {
        "MissingParameter": f"«{named}» mangler",
        "NoSuchOption": f"valget {getattr(error, 'option_name', '')} finnes ikke",
        "BadParameter": f"verdien for {option} kan ikke brukes",
        "BadOptionUsage": f"valget {getattr(error, 'option_name', '')} er brukt feil",
    }.get(kind, f"kommandoen {unknown[1]} finnes ikke" if unknown else f"kommandoen ble ikke forstått ({error})")
    return f"Feil bruk: {said}. Se «radsassistent --help»."


def _unexpected(error: Exception) -> int:
    """Write the stack trace to a file and tell where it is."""
    import tempfile
    import traceback

    if os.environ.get("RADSASSISTENT_DEBUG"):
        raise error
    with tempfile.NamedTemporaryFile(
        "w", prefix="radsassistent-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        log.write("".join(traceback.format_exception(error)))
    typer.echo(
        f"Uventet feil ({type(error).__name__}). Arkivet er ikke endret av det som feilet. Detaljene står i {log.name}.",
        err=True,
    )
    return 1


if __name__ == "__main__":
    main()
