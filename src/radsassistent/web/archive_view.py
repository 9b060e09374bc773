"""What the archive holds, as HTML: the meetings that can be asked about, or what to do when there are none."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import date
from html import escape

from radsassistent.archive import MeetingSummary
from radsassistent.errors import RadsassistentError
from radsassistent.web import texts
from radsassistent.web.answer_view import notice_html
from radsassistent.web.examples import example_questions
from radsassistent.web.sources import Library

logger = logging.getLogger(__name__)

# Meetings that are named at once; older ones are folded away.
NAMED_MEETINGS = 3


def overview(archive: Library, *, internal: bool = True) -> tuple[str, list[str]]:
    """What a member sees of the archive on opening the page, as HTML, and the example questions.

    An archive that cannot be read is told of in a kind sentence; the page opens all the same.
    """
    try:
        return archive_html(archive.meetings(internal=internal)), example_questions(
            archive.agenda_items(internal=internal)
        )
    except RadsassistentError as error:
        return notice_html(str(error)), []
    except Exception:
        logger.exception("Møtene i arkivet kunne ikke listes.")
        return notice_html(texts.UNEXPECTED), []


def archive_html(meetings: Sequence[MeetingSummary]) -> str:
    """The meetings, the newest first as they come."""
    if not meetings:
        return (
            f'<section class="empty"><h2>{escape(texts.EMPTY_ARCHIVE)}</h2><p>{escape(texts.EMPTY_ARCHIVE_HELP)}</p>'
            f"<pre><code>{escape(texts.EMPTY_ARCHIVE_COMMAND)}</code></pre></section>"
        )
    named = "".join(_meeting(meeting) for meeting in meetings[:NAMED_MEETINGS])
    older = meetings[NAMED_MEETINGS:]
    folded = ""
    if older:
        more = texts.ONE_MORE_MEETING if len(older) == 1 else texts.MORE_MEETINGS.format(number=len(older))
        rows = "".join(_meeting(meeting) for meeting in older)
        folded = f"<details><summary>{escape(more)}</summary><ul>{rows}</ul></details>"
    return f'<section class="meetings"><h2>{escape(texts.MEETINGS)}</h2><ul>{named}</ul>{folded}</section>'


def meeting_label(meeting: MeetingSummary) -> str:
    """Body and date in Norwegian: "Porteføljerådet 12.02.2026"."""
    if not meeting.date:
        return meeting.body
    return texts.MEETING.format(body=meeting.body, date=f"{date.fromisoformat(meeting.date):%d.%m.%Y}")


def _counted(forms: tuple[str, str], count: int) -> str:
    return forms[count != 1].format(count=count)


def _meeting(meeting: MeetingSummary) -> str:
    cases, slides = _counted(texts.CASES, meeting.cases), _counted(texts.SLIDE_COUNT, meeting.slides)
    size = texts.MEETING_SIZE.format(cases=cases, slides=slides)
    return f"<li><strong>{escape(meeting_label(meeting))}</strong> <span>{escape(size)}</span></li>"
