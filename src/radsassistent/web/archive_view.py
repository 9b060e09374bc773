"""What the archive holds, as HTML: the meetings that can be asked about, or what to do when there are none."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from html import escape

from radsassistent.archive import MeetingSummary
from radsassistent.errors import RadsassistentError
from radsassistent.web.answer_view import notice_html
from radsassistent.web.examples import example_questions
from radsassistent.web.language import Translator
from radsassistent.web.scope_view import meeting_named
from radsassistent.web.sources import Library

logger = logging.getLogger(__name__)

# Meetings that are named at once; older ones are folded away.
NAMED_MEETINGS = 3


def overview(archive: Library, t: Translator, *, internal: bool = True) -> str:
    """What a member sees of the archive on opening the page: examples of questions, and the meetings.

    An archive that cannot be read is told of in a kind sentence; the page opens all the same.
    """
    try:
        meetings = archive.meetings(internal=internal)
        questions = example_questions(archive.agenda_items(internal=internal), t) if meetings else []
        return examples_html(questions, t) + archive_html(meetings, t)
    except RadsassistentError as error:
        return notice_html(t.told(str(error)))
    except Exception:
        logger.exception("Møtene i arkivet kunne ikke listes.")
        return notice_html(t("Beklager, noe gikk galt hos oss. Prøv igjen, eller still spørsmålet på en annen måte."))


def examples_html(questions: Sequence[str], t: Translator) -> str:
    """Questions that are asked when they are pressed."""
    if not questions:
        return ""
    buttons = "".join(
        f'<li><button type="button" class="ask-this example" data-question="{escape(question)}">{escape(question)}</button>'
        "</li>"
        for question in questions
    )
    return f'<section class="examples"><h2>{escape(t("Prøv for eksempel"))}</h2><ul>{buttons}</ul></section>'


def archive_html(meetings: Sequence[MeetingSummary], t: Translator) -> str:
    """The meetings, the newest first as they come."""
    if not meetings:
        help_ = t("Legg møtets dokumenter i mappen ingest, og les dem inn med denne kommandoen. Last så siden på nytt.")
        return (
            f'<section class="empty"><h2>{escape(t("Arkivet er tomt ennå"))}</h2><p>{escape(help_)}</p>'
            "<pre><code>radsassistent ingest</code></pre></section>"
        )
    named = "".join(_meeting(meeting, t) for meeting in meetings[:NAMED_MEETINGS])
    older = meetings[NAMED_MEETINGS:]
    folded = ""
    if older:
        more = t("1 eldre møte") if len(older) == 1 else t("{number} eldre møter", number=t.number(len(older)))
        rows = "".join(_meeting(meeting, t) for meeting in older)
        folded = f"<details><summary>{escape(more)}</summary><ul>{rows}</ul></details>"
    return f'<section class="meetings"><h2>{escape(t("Møter i arkivet"))}</h2><ul>{named}</ul>{folded}</section>'


def _meeting(meeting: MeetingSummary, t: Translator) -> str:
    cases = t("1 sak") if meeting.cases == 1 else t("{number} saker", number=t.number(meeting.cases))
    slides = t("1 lysbilde") if meeting.slides == 1 else t("{number} lysbilder", number=t.number(meeting.slides))
    named = meeting_named(meeting.body, meeting.date, t)
    return f"<li><strong>{escape(named)}</strong> <span>{escape(cases)}, {escape(slides)}</span></li>"
