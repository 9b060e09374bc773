"""What the layers below the pages say, errors, warnings and reasons, reaches a reader in the language of the page."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from tests.web.secretariat import served, uploaded

from radsassistent.archive.writer_lock import writing
from radsassistent.web.language import Language, Translator

SOURCE = Path(__file__).parents[2] / "src" / "radsassistent"
TRANSLATED = [Language.NYNORSK, Language.ENGLISH]
# What is on no page: told when the program is started or by the command line, replaced by a page's own words, a programmer's
# mistake, or no message at all.
ELSEWHERE = {
    "answers/assistant.py": ["the query engine"],
    "archive/__init__.py": ["has no attribute"],
    "archive/archive.py": ["Det er ikke noe arkiv", "arkivmappen kan ikke opprettes", "arkivet har ikke noe dokument"],
    "archive/database.py": ["arkivet er laget av en nyere utgave", "filen kan ikke leses som et arkiv"],
    "archive/embedders.py": ["Den innebygde embedderen", "Ukjent embedder"],
    "archive/examination.py": ["bare bilde"],
    "archive/vector_store.py": ["is needed", "is not supported"],
    "documents/charts.py": ["fra"],
    "documents/numbers.py": ["millioner kroner", "tusen kroner"],
    "documents/office_types.py": ["PowerPoint Document"],
    "documents/pictures.py": ["lysbildet kan ikke vises", "ikke noe lysbilde", "LibreOffice klarte ikke"],
}
# Functions whose sentences are said: makers of errors, and those that gather what is told.
SAYING = re.compile(r"\w*Error|convert|_unsafe|damaged|SlideInMeeting|Repair|ReadPage|append")
ASSIGNED = {
    "reason",
    "evidence",
    "missing",
    "named",
    "which",
    "_BROKEN",
    "_WANTED",
    "DRAWING",
    "_STREAMS",
    "_OPEN_DOCUMENTS",
}
SAID_IN = {
    "answers": ["assistant.py", "corpora.py"],
    "archive": ["*.py"],
    "documents": ["*.py"],
    "meetings": ["overrides.py", "understand.py", "corrected_cases.py", "slide_cases.py", "page_cases.py"],
}
# What the code puts together of pieces, where its sentences have a variable.
WRONG = [
    "teksten er kodet feil (3 av 9 tegn er ikke bokstaver)",
    "teksten er kodet feil (3 av 9 ord er ikke ord)",
    "teksten mangler mellomrom (3 ord med 40 bokstaver i snitt)",
]
SENTENCES = {
    "wrong": WRONG[0],
    "days_said": "13.02.2026 (side 1) og 14.02.2026 (side 3)",
    "where": " (side 3)",
    "_listed()": "organ, dato, tittel, klassifisering eller [[saker]]",
}


def rendered(node):
    """A text of the code with something filled in; None for what is no text."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return None
    parts, fills = [], {}
    for part in node.values:
        if isinstance(part, ast.Constant):
            parts.append(part.value)
        else:
            name = ast.unparse(part.value)
            filled = fills.setdefault(name, f"§{len(fills)}")
            parts.append("" if isinstance(part.value, ast.IfExp) else SENTENCES.get(name, filled))
    return "".join(parts)


def branches(node):
    """The texts that an expression may come to."""
    if isinstance(node, ast.IfExp):
        return [*branches(node.body), *branches(node.orelse)]
    if isinstance(node, ast.BoolOp | ast.Dict):
        return [text for value in node.values for text in branches(value)]
    if isinstance(node, ast.Starred) and isinstance(node.value, ast.Call):
        return [text for given in node.value.args for text in branches(given)]
    if isinstance(node, ast.Tuple):
        return [text for value in node.elts for text in branches(value)]
    return [text] if (text := rendered(node)) is not None else []


def said_in(path):
    """The sentences that a module says: in errors, gathered, returned, or named `reason`, `evidence` and the like."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if SAYING.fullmatch(name):
                yield from (text for given in node.args for text in branches(given))
            yield from (t for key in node.keywords if key.arg in ("reason", "evidence") for t in branches(key.value))
        elif isinstance(node, ast.Return | ast.Yield) and node.value is not None:
            yield from branches(node.value)
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name | ast.Attribute):
            target = node.targets[0]
            name = target.id if isinstance(target, ast.Name) else target.attr
            if name in ASSIGNED:
                yield from branches(node.value)


def modules():
    """The modules of the layers below, each with its name."""
    for folder, patterns in SAID_IN.items():
        for path in sorted(each for pattern in patterns for each in (SOURCE / folder).glob(pattern)):
            yield f"{folder}/{path.name}", path


def sentences():
    """Every sentence of the layers below that a page may show, with its module: several words, and no mark of a program's."""
    for module, path in modules():
        for text in said_in(path):
            words = re.findall(r"[^\W\d_]{2,}", text)
            if len(words) > 1 and not re.search(r"SELECT|INSERT|UPDATE|PRAGMA|[<\\^]|^\W*[a-z_]+\W*$", text):
                yield module, text


def catalogue(language, page="messages"):
    with (SOURCE / "web" / "locale" / language / f"{page}.po").open("rb") as opened:
        return {each.id: each.string for each in read_po(opened) if each.id}


def test_every_sentence_of_the_layers_below_that_a_page_may_show_is_said_in_the_other_languages():
    t, own = Translator(Language.ENGLISH), catalogue("en", "quality")
    found = list(sentences())
    assert len(found) > 100
    missing = [
        f"{module}: {text}"
        for module, text in found
        if t.told(text) == text and text not in own and not any(part in text for part in ELSEWHERE.get(module, []))
    ]
    assert missing == []


def test_every_template_is_of_something_that_is_still_said():
    trees = [
        ast.parse(path.read_text(encoding="utf-8")) for _, path in [*modules(), ("", SOURCE / "archive/corrections.py")]
    ]
    said = {text for tree in trees for node in ast.walk(tree) if (text := rendered(node))} | {*SENTENCES.values()}
    said |= {text.replace(WRONG[0], wrong) for text in said for wrong in WRONG}
    patterns = {each: re.compile(re.sub(r"\\{\w+\\}", ".+", re.escape(each)), re.DOTALL) for each in catalogue("en")}
    assert [each for each, pattern in patterns.items() if not any(map(pattern.fullmatch, said))] == []


def test_what_is_said_in_nynorsk_is_said_in_english_too():
    assert set(catalogue("nn")) == set(catalogue("en"))


@pytest.mark.parametrize(
    ("message", "nynorsk", "english"),
    [
        (
            "rar: fil.rtf: dette er et RTF-dokument, som ikke kan leses. Lagre den som DOCX eller PDF, og les inn den filen.",
            "rar: fil.rtf: dette er eit RTF-dokument, som ikkje kan lesast. Lagre det som DOCX eller PDF, og les inn den fila.",
            "rar: fil.rtf: this is an RTF document, which cannot be read. Save it as DOCX or PDF, and take in that file.",
        ),
        (
            "Rettelsen til Per 03.03.2026 sier Rådet, dokumentet sier Laget (side 1). Rettelsen til Per 03.03.2026 gjelder.",
            "Rettinga til Per 03.03.2026 seier Rådet, dokumentet seier Laget (side 1). Rettinga til Per 03.03.2026 gjeld.",
            "The correction by Per 03.03.2026 says Rådet, the document says Laget (page 1). "
            "The correction by Per 03.03.2026 holds.",
        ),
        ("overskriften «DOCX eller PDF»", "overskrifta «DOCX eller PDF»", "the heading “DOCX eller PDF”"),
        ("Noe ingen har sagt før.", "Noe ingen har sagt før.", "Noe ingen har sagt før."),
    ],
)
def test_words_are_said_in_the_language_and_names_and_quotations_as_they_are(message, nynorsk, english):
    told = [Translator(language).told(message) for language in Language]
    assert told == [message, nynorsk, english]


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    with served(tmp_path_factory.mktemp("språk")) as site:
        yield site


def test_a_file_that_cannot_be_read_and_a_busy_archive_are_told_in_the_language_of_the_page(running):
    paper = "# Møte i Oppdiktrådet 13. februar 2026\n\n## Sak 3/26 Troll\n\nTrollet er grønt.\n"
    draft, _ = uploaded(running, {"tom.pdf": b"", "innkalling.md": paper})
    page = running.ask(f"/en/last-opp/utkast/{draft}").text
    assert "tom.pdf: the file is empty (0 bytes)." in page and "the heading “" in page
    assert "tom.pdf: fila er tom (0 byte)." in running.ask(f"/nn/last-opp/utkast/{draft}").text
    with writing(running.archive.directory, 1):
        stand = {"stand": re.search(r'data-stand="(\w+)"', page)[1]}
        answer = running.ask(f"/en/last-opp/utkast/{draft}/publiser", "POST", value=stand)
    assert "The archive is busy:" in answer.text
    gone = running.ask("/nn/last-opp/utkast/finnesikke12").text
    assert gone.startswith("Utkastet finst ikkje lenger.")
