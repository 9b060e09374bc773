"""Where a reader searches: what the fields offer, and what is believed of what comes back of them."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radsassistent.archive import MeetingSummary
from radsassistent.archive.around import KnownCase
from radsassistent.search.corpus import MeetingKey
from radsassistent.search.query import Scope
from radsassistent.web.language import Language, Translator
from radsassistent.web.scope_view import chips_html, chooser_html, fields, read_scope, scope_of

HELD = [
    MeetingSummary("Oppdiktrådet", "2031-03-05", None, (), 10, 3),
    MeetingSummary("Fantasiutvalget", "2031-04-09", None, (), 10, 3),
    MeetingSummary("Fantasiutvalget", "", None, (), 10, 3),
]
MARCH = MeetingKey("Oppdiktrådet", "2031-03-05")
WHOLE = Scope(bodies=("Fantasiutvalget",), meetings=(MARCH,), cases=("5/31", "§ 7"), slides=(3,), everywhere=True)
_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=20,
)
_NAMED = st.fixed_dictionaries(
    {}, optional=dict.fromkeys(("bodies", "meetings", "cases", "slides", "everywhere"), _ANYTHING)
)


def test_a_scope_comes_back_as_it_was_sent():
    assert scope_of(json.loads(json.dumps(fields(WHOLE))), HELD) == WHOLE
    assert fields(Scope()) == {}


@pytest.mark.parametrize(
    "text", ["", "ikke json", "[1]", "[" * 100_000, '{"bodies": ["Borte"], "meetings": [["x", ""]]}']
)
def test_what_is_not_of_the_archive_is_no_filter(text):
    assert read_scope(text, HELD) == Scope()


@given(_ANYTHING | _NAMED)
def test_whatever_a_browser_sends_the_filters_are_of_the_archive(told):
    scope = scope_of(told, HELD)
    assert set(scope.bodies) <= {"Oppdiktrådet", "Fantasiutvalget"}
    assert set(scope.meetings) <= {MeetingKey(each.body, each.date) for each in HELD}
    assert all(isinstance(case, str) and case for case in scope.cases)
    assert all(type(slide) is int and slide > 0 for slide in scope.slides)


def options(html):
    return [json.loads(unescape(value)) for value in re.findall(r'<option value="([^"]+)"', html)]


def test_every_choice_is_a_filter_that_is_believed(t):
    html = chooser_html(HELD, [KnownCase("Oppdiktrådet", "2031-03-05", "5/31", "Innkjøp av traktorer")], t)
    chosen = [scope_of(option, HELD) for option in options(html)]
    assert Scope(bodies=("Fantasiutvalget",)) in chosen
    assert Scope(meetings=(MARCH,)) in chosen
    assert Scope(meetings=(MARCH,), cases=("5/31",)) in chosen
    assert Scope() not in chosen
    assert "5/31 Innkjøp av traktorer" in html
    assert "5. mars 2031" in html


def test_names_in_the_choices_are_escaped(t):
    html = chooser_html([MeetingSummary("<b>", "2031-03-05", None, (), 1, 1)], [KnownCase("<b>", "", "<i>", '"<u>')], t)
    assert not re.search("<[biu]>", html)


def test_there_is_nothing_to_choose_in_an_empty_archive(t):
    assert chooser_html([], [], t) == ""


def test_each_filter_is_told_in_the_readers_language_and_what_taking_it_away_leaves():
    html = unescape(chips_html(WHOLE, Translator(Language.ENGLISH)))
    assert re.findall(r'aria-label="([^"]+): remove, and ask again"', html) == [
        "Fantasiutvalget",
        "Oppdiktrådet 5 March 2031",
        "case 5/31",
        "§ 7",
        "slide 3",
    ]
    left = [json.loads(told) for told in re.findall(r'data-scope="(\{.*?\})" aria', html)]
    assert [len(each) for each in left] == [4, 4, 5, 5, 4]
    assert all(each["everywhere"] for each in left)


def test_a_search_without_filters_says_so(t):
    assert "Søkte i hele arkivet" in chips_html(Scope(), t)
