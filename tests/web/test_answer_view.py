"""An answer as HTML: chips, slides, and nothing from outside unescaped."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest

from radsassistent.answers.answer import Note, Sentence
from radsassistent.search.corpus import MeetingKey
from radsassistent.search.query import Scope
from radsassistent.web.answer_view import Pending, conversation_html, copied_text, notice_html, thanks_html
from radsassistent.web.chat import Exchange
from radsassistent.web.follow_ups import FollowUp
from radsassistent.web.language import Language, Translator
from radsassistent.web.slide_view import original_address, picture_address


class Elements(HTMLParser):
    """The tags and attributes that a browser would see."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes = set(), set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


NASTY = "<script>alert(1)</script><img src=x onerror='alert(2)'>\""


def test_each_sentence_is_followed_by_its_citations_as_buttons(said, t):
    answer = said.answered(
        "Hvem?", Sentence("Første.", (said.cited(71),)), Sentence("Andre.", (said.cited(12, None), said.cited(71)))
    )
    html = conversation_html(said.exchanged(answer), t)
    assert re.findall(r'class="chip"[^>]*>([^<]+)<', html) == [
        "Sak 5/26 · lysbilde 71",
        "Lysbilde 12",
        "Sak 5/26 · lysbilde 71",
    ]
    assert html.index("Første.") < html.index("Sak 5/26") < html.index("Andre.")


def test_a_slide_cited_several_times_in_a_sentence_is_one_button(said, t):
    names = tuple(said.cited(3, None, quote=name) for name in ("Kari", "Ola", "Per"))
    html = conversation_html(said.exchanged(said.answered("Hvem?", Sentence("Kari, Ola og Per.", names))), t)
    assert html.count('class="chip"') == 1


def test_each_citation_opens_a_slide_of_its_own(said, t):
    answer = said.answered("Hvem?", Sentence("Svar.", (said.cited(71), said.cited(12), said.cited(13))))
    html = conversation_html(said.exchanged(answer), t)
    figures = re.findall(r'<figure class="slide" id="([^"]+)"', html)
    assert re.findall(r'aria-controls="([^"]+)"', html) == figures
    assert len(figures) == 3


def test_slides_of_different_turns_have_different_identifiers(said, t):
    html = conversation_html(said.exchanged(said.answered(), said.answered()), t)
    identifiers = re.findall(r' id="([^"]+)"', html)
    assert len(identifiers) == len(set(identifiers)) == 4


def test_the_caption_names_case_slide_file_body_and_date_and_links_to_the_original_at_the_slide(said, t):
    html = conversation_html(said.exchanged(), t)
    caption = unescape(html[html.index("<figcaption>") :])
    for part in ("Sak 5/26 · lysbilde 71", "møte.pdf", "Porteføljerådet 12. februar 2026", "#page=71"):
        assert part in caption


def test_text_of_members_and_documents_is_escaped_everywhere(said, t):
    citation = said.cited(case=NASTY, quote=NASTY, document=NASTY)
    answer = said.answered(NASTY, Sentence(NASTY, (citation,), Note.CONFLICT))
    scope = Scope(bodies=(NASTY,), cases=(NASTY,))
    exchange = Exchange(answer, NASTY, scope, 1, None, (FollowUp(NASTY, scope),))
    read = Elements()
    read.feed(conversation_html([exchange], t, Pending(NASTY, answer), lambda each: None, True))
    read.feed(notice_html(NASTY) + thanks_html(NASTY))
    read.feed(conversation_html([exchange], t, None, lambda each: (NASTY, NASTY)))
    shown = "section article div h2 h3 span p ul li button figure img figcaption strong a form label textarea"
    assert read.tags == set(shown.split())
    assert not {name for name in read.attributes if name.startswith("on")}


def test_addresses_hold_no_raw_text_of_a_file_name(said):
    citation = said.cited(document='a/../b?c#d".pdf')
    assert original_address(citation).count("/") == 3
    assert original_address(citation).endswith(".pdf#page=71")
    assert not set('"?#<> ') & set(original_address(citation).removesuffix("#page=71"))
    assert picture_address(citation, 800) == f"/lysbilde/{said.sha256}/71.png?bredde=800"


def test_an_abstention_reads_as_help_and_shows_no_slide(said, t):
    answer = said.answered("?", Sentence("Det finner jeg ikke i dokumentene."), abstained=True)
    html = conversation_html(said.exchanged(answer), t)
    assert 'class="not-found"' in html
    assert "Prøv med andre ord" in html
    assert 'role="alert"' not in html
    assert "<figure" not in html


def test_turns_stand_above_one_another_and_a_pending_question_last(said, t):
    html = conversation_html(said.exchanged(said.answered("Første?"), said.answered("Andre?")), t, Pending("Tredje?"))
    assert html.index("Første?") < html.index("Andre?") < html.index("Tredje?") < html.rindex("Leter i dokumentene")


def test_there_is_no_notice_when_there_is_nothing_to_say():
    assert notice_html(None) == ""


def test_an_answer_that_is_asked_again_takes_the_place_of_the_last(said, t):
    exchanges = said.exchanged(said.answered("Første?"), said.answered("Andre?"))
    html = conversation_html(exchanges, t, Pending("Andre?", again=1))
    assert html.count("<article") == 2
    assert html.count(">Andre?<") == 1


@pytest.mark.parametrize(
    ("note", "words"), [(Note.PROPOSAL, "Forslag, ikke vedtak"), (Note.CONFLICT, "Dokumentene er uenige")]
)
def test_what_must_not_be_overlooked_is_said_in_words_on_the_page_and_in_a_copy(said, t, note, words):
    answer = said.answered("Hva?", Sentence("Rådet støtter planen.", (said.cited(),), note))
    exchange = said.exchanged(answer)[0]
    assert f'<strong class="note">{words}</strong>' in conversation_html([exchange], t)
    assert f"{words}: Rådet støtter planen. [Sak 5/26 · lysbilde 71]" in copied_text(exchange, t)


def test_a_copy_tells_of_each_source_what_it_is(said, t):
    text = copied_text(said.exchanged()[0], t)
    assert text.splitlines() == [
        "Hvem?",
        "",
        "Rita Midthaug. [Sak 5/26 · lysbilde 71]",
        "",
        "Kilder:",
        "Sak 5/26 · lysbilde 71, Porteføljerådet 12. februar 2026, møte.pdf",
    ]


def test_where_was_searched_is_told_with_a_button_for_each_filter(said, t):
    answer = said.answered()
    searched = Scope(meetings=(MeetingKey("Porteføljerådet", "2026-02-12"),), cases=("5/26",))
    html = unescape(conversation_html(said.exchanged(replace(answer, scope=searched)), t))
    assert re.findall(r'data-scope="(.*?)" aria-label="[^"]+">([^<]+)<', html) == [
        ('{"cases": ["5/26"], "everywhere": true}', "Porteføljerådet 12. februar 2026"),
        ('{"meetings": [["Porteføljerådet", "2026-02-12"]], "everywhere": true}', "sak 5/26"),
    ]


def test_a_body_that_was_chosen_is_one_filter_however_many_meetings_it_has_had(said, t):
    meetings = tuple(MeetingKey("Porteføljerådet", f"2026-0{month}-12") for month in range(1, 9))
    answer = replace(said.answered(), scope=Scope(meetings=meetings))
    html = conversation_html([Exchange(answer, "Hvem?", Scope(bodies=("Porteføljerådet",)))], t)
    assert html.count('class="filter"') == 1


def test_only_answers_that_are_kept_are_asked_about(said, t):
    kept = Exchange(said.answered(), "Hvem?", number=7)
    assert "data-rating" in conversation_html([kept], t, rates=True)
    assert "data-rating" not in conversation_html([kept], t)
    assert "data-rating" not in conversation_html(said.exchanged(), t, rates=True)


def test_the_page_speaks_english_around_an_answer_in_norwegian(said):
    html = conversation_html(said.exchanged(), Translator(Language.ENGLISH))
    assert "Case 5/26 · slide 71" in html
    assert "12 February 2026" in html
    assert '<p class="sentence"><span lang="nb">Rita Midthaug.</span> <span class="chips"' in html
