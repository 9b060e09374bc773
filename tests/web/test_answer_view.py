"""An answer as HTML: chips, slides, and nothing from outside unescaped."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from radsassistent.answers.answer import Sentence
from radsassistent.web import texts
from radsassistent.web.answer_view import conversation_html, notice_html, original_address, picture_address


class Elements(HTMLParser):
    """The tags and attributes that a browser would see."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes = set(), set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


NASTY = "<script>alert(1)</script><img src=x onerror='alert(2)'>\""


def test_each_sentence_is_followed_by_its_citations_as_buttons(said):
    answer = said.answered(
        "Hvem?", Sentence("Første.", (said.cited(71),)), Sentence("Andre.", (said.cited(12, None), said.cited(71)))
    )
    html = conversation_html([answer])
    assert re.findall(r'class="chip"[^>]*>([^<]+)<', html) == [
        "Sak 5/26 · lysbilde 71",
        "Lysbilde 12",
        "Sak 5/26 · lysbilde 71",
    ]
    assert html.index("Første.") < html.index("Sak 5/26") < html.index("Andre.")


def test_a_slide_cited_several_times_in_a_sentence_is_one_button(said):
    names = tuple(said.cited(3, None, quote=name) for name in ("Kari", "Ola", "Per"))
    html = conversation_html([said.answered("Hvem?", Sentence("Kari, Ola og Per.", names))])
    assert html.count('class="chip"') == 1


def test_the_first_cited_slide_is_shown_and_the_others_wait(said):
    answer = said.answered("Hvem?", Sentence("Svar.", (said.cited(71), said.cited(12), said.cited(13))))
    html = conversation_html([answer])
    figures = re.findall(r'<figure class="slide" id="([^"]+)"( hidden)?>', html)
    assert [hidden for _, hidden in figures] == ["", " hidden", " hidden"]
    pressed = re.findall(r'aria-controls="([^"]+)" aria-pressed="true"', html)
    assert pressed == [figures[0][0]]


def test_slides_of_different_turns_have_different_identifiers(said):
    html = conversation_html([said.answered(), said.answered()])
    identifiers = re.findall(r' id="([^"]+)"', html)
    assert len(identifiers) == len(set(identifiers)) == 4


def test_the_caption_names_case_slide_file_body_and_date_and_links_to_the_original_at_the_slide(said):
    html = conversation_html([said.answered()])
    caption = unescape(html[html.index("<figcaption>") :])
    for part in ("Sak 5/26 · lysbilde 71", "møte.pdf", "Porteføljerådet 12.02.2026", "#page=71"):
        assert part in caption


def test_text_of_members_and_documents_is_escaped_everywhere(said):
    citation = said.cited(case=NASTY, quote=NASTY, document=NASTY)
    html = conversation_html([said.answered(NASTY, Sentence(NASTY, (citation,)))], pending=NASTY) + notice_html(NASTY)
    read = Elements()
    read.feed(html)
    assert read.tags == set("div article h2 span p button figure img figcaption strong a".split())
    assert not {name for name in read.attributes if name.startswith("on")}


def test_addresses_hold_no_raw_text_of_a_file_name(said):
    citation = said.cited(document='a/../b?c#d".pdf')
    assert original_address(citation).count("/") == 2
    assert original_address(citation).endswith(".pdf#page=71")
    assert not set('"?#<> ') & set(original_address(citation).removesuffix("#page=71"))
    assert picture_address(citation, 800) == f"lysbilde/{said.sha256}/71.png?bredde=800"


def test_an_abstention_reads_as_help_and_shows_no_slide(said):
    html = conversation_html([said.answered("?", Sentence("Det finner jeg ikke i dokumentene."), abstained=True)])
    assert 'class="not-found"' in html
    assert texts.NOT_FOUND_HELP in html
    assert 'role="alert"' not in html
    assert "<figure" not in html


def test_turns_stand_above_one_another_and_a_pending_question_last(said):
    html = conversation_html([said.answered("Første?"), said.answered("Andre?")], pending="Tredje?")
    assert html.index("Første?") < html.index("Andre?") < html.index("Tredje?") < html.index(texts.LOOKING)


def test_there_is_no_notice_when_there_is_nothing_to_say():
    assert notice_html(None) == ""
