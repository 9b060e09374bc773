"""What the assistant says of its own reaches a reader in the language of the page; what it quotes stays as it is."""

from __future__ import annotations

import ast
import re
import time
from itertools import product
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from radsassistent.answers.answer import Note, Sentence
from radsassistent.web.answer_view import conversation_html, copied_text
from radsassistent.web.answer_words import Piece, pieces, words, words_html
from radsassistent.web.language import Language, Translator

SOURCE = Path(__file__).parents[2] / "src" / "radsassistent"
MODULES = sorted((SOURCE / "answers").rglob("*.py"))
TRANSLATED = [Language.NYNORSK, Language.ENGLISH]
NYNORSK, ENGLISH = map(Translator, TRANSLATED)
# What the code fills in, where it is not any text: by the expression, a call by its name alone, in the module that has it, else
# anywhere.
FILLS = {
    "agenda/asked.py": {
        "minutes": "20",
        "each": "sak 5/26 (kl. 10:00–10:20)",
        "begin.data['time']": "10:00",
        "end.data['time']": "10:20",
    },
    "agenda/facts.py": {"len(cases)": "3"},
    "agenda/presenters.py": {"len(rows)": "3"},
    "agenda/order.py": {
        "name[0].upper()": "S",
        "name[1:]": "ak 5/26",
        "minutes": "20",
        "time": "10:00",
        "end": "10:20",
    },
    "agenda/rows.py": {
        "titled[0].upper()": "S",
        "titled[1:]": "ak 5/26, En sak,",
        "titled.rstrip(',')": "sak 5/26, En sak",
        "'; '.join(details)": "Kari Berg; kl. 10:00; Drøfting",
    },
    "members/attendance_facts.py": {
        "' eller '.join(_SAID[presence].lower() for presence in wanted)": "til stede eller vara"
    },
    "compose.py": {"named[0].upper()": "S", "named[1:]": "ak 17/26"},
    "decisions/facts.py": {
        "data['votes']": "enstemmig",
        "named_case(decision.case)": "sak 5/26",
        "decision.case": "5/26",
    },
    "decisions/proposal_of_case.py": {
        "len(lines)": "3",
        "named_case(lines[0][0].case or '')": "sak 5/26",
        "named_case(proposal.case or '')": "sak 5/26",
    },
    "decisions/proposal_selection.py": {
        "len(items)": "3",
        "len(proposals)": "3",
        "named_case(item.case or '')": "sak 5/26",
    },
    "members/statements.py": {"len(names)": "3"},
    "figures/comparison.py": {
        "_changed()": "en økning på 2 (+2)",
        "', '.join(sums)": "2025: 9 − 2 = 7",
    },
    "": {
        "item.case": "5/26",
        "item.data['time']": "10:00",
        "later[0].data['time']": "10:20",
        "data['time']": "10:00",
        "last.data['time']": "10:00",
        "last.data['end']": "10:20",
        "last.slide": "5",
        "passage.slide": "7",
        "nearest.slide": "7",
        "norwegian(date.fromisoformat(first.meeting))": "12. februar 2026",
        "named_case(passage.case)": "sak 5/26",
        "named_case(proposal.case)": "sak 5/26",
    },
}
SAYS = {"abstaining", "Statement", "statement"}
# What no branch of the code makes of its parts: a case that was put off has another form than one that was decided.
NEVER_MADE = re.compile(r"(?:Vedtak|Forslaget) 5/26|Saken i sak")


def named(module):
    return module.relative_to(SOURCE / "answers").as_posix()


def assigned(nodes):
    """What each name is given."""
    found = {}
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found.setdefault(node.targets[0].id, []).append(node.value)
    return found


CONSTANTS = {
    name: values
    for path in MODULES
    for name, values in assigned(ast.parse(path.read_text(encoding="utf-8")).body).items()
    if name.isupper()
}


class Texts:
    """The sentences that a module can make, with an example of all that is filled in."""

    def __init__(self, path):
        self.tree = ast.parse(path.read_text(encoding="utf-8"))
        self.fills = FILLS[""] | FILLS.get(named(path), {})
        self.functions = {node.name: node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef)}
        self.constants = assigned(self.tree.body)
        self.variables = self.constants

    def said(self):
        for function in self.functions.values():
            self.variables = CONSTANTS | self.constants | assigned(ast.walk(function))
            for node in ast.walk(function):
                if isinstance(node, ast.Call):
                    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
                    if name in SAYS:
                        for given in node.args if name == "abstaining" else node.args[:1]:
                            own = self.own(given, frozenset())
                            yield from (
                                text for text, has_words in own or () if has_words and not NEVER_MADE.match(text)
                            )

    def own(self, node, within):
        """The texts that an expression may come to, each with whether it has words of the code; None for no text."""
        source = ast.unparse(node)
        if isinstance(node, ast.Call) and f"{ast.unparse(node.func)}()" in self.fills:
            source = f"{ast.unparse(node.func)}()"
        if source in self.fills:
            return [(self.fills[source], False)]
        if source in within:
            return None
        within |= {source}
        if isinstance(node, ast.Constant):
            value = node.value if isinstance(node.value, str) else None
            return None if value is None else [(value, bool(re.search(r"[^\W\d_]{2}", value)))]
        if isinstance(node, ast.JoinedStr):
            return self.joined(node.values, within)
        if isinstance(node, ast.FormattedValue):
            return self.own(node.value, within) or [("§", False)]
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            return self.joined([node.left, node.right], within)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format":
            made = self.own(node.func.value, within) or []
            names = [key.arg for key in node.keywords]
            fills = [[text for text, _ in self.own(key.value, within) or [("§", False)]] for key in node.keywords]
            return [
                (text.format(**dict(zip(names, each, strict=True))), own)
                for text, own in made
                for each in product(*fills)
            ]
        return self.any_of(self.inner(node), within)

    def inner(self, node):
        if isinstance(node, ast.IfExp):
            return [node.body, node.orelse]
        if isinstance(node, ast.BoolOp | ast.Dict):
            return node.values
        if isinstance(node, ast.Name):
            return self.variables.get(node.id, [])
        if isinstance(node, ast.Subscript):
            return [node.value] if isinstance(node.value, ast.Name) else []
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            function = self.functions.get(node.func.id)
            returned = ast.walk(function) if function else ()
            return [each.value for each in returned if isinstance(each, ast.Return) and each.value]
        return []

    def any_of(self, nodes, within):
        found = [made for node in nodes if (made := self.own(node, within)) is not None]
        return [each for made in found for each in made] or None

    def joined(self, nodes, within):
        parts = [self.own(node, within) or [("§", False)] for node in nodes]
        return [("".join(text for text, _ in each), any(own for _, own in each)) for each in product(*parts)]


def told(text, t):
    return words(Sentence(text), t)


def html(text, t, *cited):
    return words_html(Sentence(text, tuple(cited)), t)


def catalogue(language):
    with (SOURCE / "web" / "locale" / language.value / "answers.po").open("rb") as opened:
        return {(each.context, each.id): each.string for each in read_po(opened, abort_invalid=True) if each.id}


def made():
    """Every sentence with words of the code itself, and the module that makes it."""
    return [(named(path), text) for path in MODULES for text in dict.fromkeys(Texts(path).said())]


@pytest.mark.parametrize("t", [NYNORSK, ENGLISH], ids=TRANSLATED)
def test_every_sentence_that_the_assistant_makes_itself_is_said_in_the_other_languages(t):
    texts = made()
    assert len(texts) > 50
    assert {"answers/engine.py", "answers/compose.py"} <= {f"answers/{module}" for module, _ in texts}
    unsaid = [f"{module}: {text}" for module, text in texts if pieces(Sentence(text), t) == (Piece(text, False),)]
    assert unsaid == []


def test_every_template_has_the_words_of_something_that_is_still_said():
    constants = [
        node.value
        for path in [*MODULES, SOURCE / "meetings" / "case_numbers.py"]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    said = set(re.findall(r"[^\W\d_]+", " ".join(constants)))
    said |= {word.lower() for word in said} | {word.capitalize() for word in said}
    for _, text in catalogue(Language.ENGLISH):
        assert set(re.findall(r"[^\W\d_]{2,}", re.sub(r"\{\w+\}", " ", text))) <= said, text


def test_what_is_said_in_nynorsk_is_said_in_english_too_and_filled_in_with_the_same():
    nynorsk, english = catalogue(Language.NYNORSK), catalogue(Language.ENGLISH)
    assert list(nynorsk) == list(english)
    for (context, text), said in [*nynorsk.items(), *english.items()]:
        assert sorted(re.findall(r"\{\w+\}", said)) == sorted(re.findall(r"\{\w+\}", text)), (context, text)


@pytest.mark.parametrize(
    ("text", "nynorsk", "english"),
    [
        (
            "Det finner jeg ikke i dokumentene. Nærmest: sak 5/26, lysbilde 71 («Samlet oversikt»).",
            "Det finn eg ikkje i dokumenta. Nærast: sak 5/26, lysbilete 71 («Samlet oversikt»).",
            "I do not find that in the documents. Nearest: case 5/26, slide 71 (“Samlet oversikt”).",
        ),
        (
            "Sak 17/26 og sak 18/26 finnes ikke i dokumentene; de har sakene 1/26–12/26.",
            "Sak 17/26 og sak 18/26 finst ikkje i dokumenta; dei har sakene 1/26–12/26.",
            "There is no case 17/26 or case 18/26 in the documents; they have cases 1/26–12/26.",
        ),
        (
            "Kari Berg, Helse Nord, legger frem sak 5/26, Status, kl. 10 og veien videre.",
            "Kari Berg, Helse Nord, legg fram sak 5/26, Status, kl. 10 og veien videre.",
            "Kari Berg, Helse Nord, presents case 5/26, Status, kl. 10 og veien videre.",
        ),
        (
            "Vedtak i sak PS 5/26, endret fra forslaget (14 mot 2 stemmer): Rådet tar saken til etterretning.",
            "Vedtak i sak PS 5/26, endra frå framlegget (14 mot 2 stemmer): Rådet tar saken til etterretning.",
            "Decision in case PS 5/26, changed from the proposal (14 mot 2 stemmer): Rådet tar saken til etterretning.",
        ),
        (
            "Til stede i Oppdiktrådet 12. februar 2026: 2, Kari Berg og Ola Lien.",
            "Til stades i Oppdiktrådet 12. februar 2026: 2, Kari Berg og Ola Lien.",
            "Present at Oppdiktrådet 12 February 2026: 2, Kari Berg og Ola Lien.",
        ),
        ("Kari Berg møtte for Ola Lien.", "Kari Berg møtte for Ola Lien.", "Kari Berg attended for Ola Lien."),
        ("Kari Berg hadde forfall.", "Kari Berg hadde forfall.", "Kari Berg was absent."),
        (
            "Et annet lysbilde skriver navnet «Bo».",
            "Eit anna lysbilete skriv namnet «Bo».",
            "Another slide spells the name “Bo”.",
        ),
        ("Navnet er skrevet «Bo».", "Namnet er skrive «Bo».", "The name is spelt “Bo”."),
        (
            "2026 – A: 3 mill., B: 1 mill.; forskjell: 2 mill.",
            "2026 – A: 3 mill., B: 1 mill.; skilnad: 2 mill.",
            "2026 – A: 3 mill., B: 1 mill.; difference: 2 mill.",
        ),
        ("Saken sak om troll ble utsatt.",) * 3,
        ("Kari Berg hadde forfall og Ola Lien var til stede.",) * 3,
    ],
)
def test_the_assistants_words_are_said_in_the_language_and_all_else_as_it_is(text, nynorsk, english):
    assert [told(text, Translator(language)) for language in Language] == [text, nynorsk, english]


def test_what_is_quoted_word_for_word_is_never_translated(said):
    line = "Forslag til vedtak i sak 5/26: Rådet drøfter saken"
    assert html(f"{line}.", ENGLISH, said.cited(quote=line)) == f'<span lang="nb">{line}.</span>'
    assert html(f"{line}.", ENGLISH, said.cited(quote="Rådet drøfter saken")).startswith(
        "Proposed decision in case 5/26: <span"
    )


def test_a_translated_sentence_is_in_the_pages_language_and_what_is_norwegian_in_it_says_so(said):
    answer = said.answered(
        "Who?",
        Sentence("Hvilken sak mener du? Nevn saksnummeret, eller hva saken gjelder."),
        Sentence("Sak 5/26, Troll & <b>vann</b>, er satt opp kl. 10:00.", (said.cited(),)),
        Sentence("Trollet er grønt.", (said.cited(quote="Trollet er grønt"),)),
        Sentence("Forslag til vedtak: Rådet drøfter saken.", (said.cited(),), Note.PROPOSAL),
    )
    page = conversation_html(said.exchanged(answer), ENGLISH)
    shown = re.findall(r'<p class="sentence[^"]*">(.*?)(?: <span class="chips".*?)?</p>', page)
    assert shown == [
        "Which case do you mean? Give its number, or what it is about.",
        'Case 5/26, <span lang="nb">Troll &amp; &lt;b&gt;vann&lt;/b&gt;</span>, is set for 10:00.',
        '<span lang="nb">Trollet er grønt.</span>',
        '<strong class="note">Proposal, not a decision</strong> Proposed decision: <span lang="nb">Rådet drøfter saken.</span>',
    ]
    assert (
        'lang="nb"'
        not in conversation_html(said.exchanged(answer), Translator(Language.BOKMAL)).partition("<figure")[0]
    )


def test_a_copied_answer_has_the_same_words_as_the_page(said):
    answer = said.answered("Who?", Sentence("Det står ikke i dokumentene."))
    assert "The documents do not say." in copied_text(said.exchanged(answer)[0], ENGLISH)


def test_a_text_that_is_made_to_take_long_is_told_apart_at_once():
    text = "a: fra b i c til d i e, " * 2000
    started = time.perf_counter()
    assert told(text, ENGLISH) == text
    assert time.perf_counter() - started < 1
