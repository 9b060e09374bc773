"""The register as HTML: what can be looked for, and the rows that were found. All text from documents is escaped."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from html import escape
from urllib.parse import quote, urlencode

from radsassistent.answers.register import LONGEST_SEARCH, Sought
from radsassistent.archive.register import Entry, Status, Step, Turn
from radsassistent.meetings.case_numbers import named_case
from radsassistent.search.corpus import MeetingKey
from radsassistent.search.query import Scope
from radsassistent.web.language import Translator
from radsassistent.web.quoted import quoted, tongue
from radsassistent.web.register_address import ROWS, Fault, address_of
from radsassistent.web.register_export import STATUS_NAMES, case_named
from radsassistent.web.scope_view import fields
from radsassistent.web.slide_html import original_link, original_path, slide_html
from radsassistent.web.sources import Library

# Characters of a row's text that are shown before it is opened.
EXCERPT = 220
# Where it is told what is wrong with the two dates together.
_PERIOD = "register-periode-feil"


def form_html(rows: Sequence[Entry], sought: Sought, faults: Sequence[Fault], t: Translator) -> str:
    """The search box and the filters; `rows` are all that the reader may see, which tell what can be chosen.

    A field whose value is among `faults` keeps what was typed and tells what is wrong with it.
    """
    wrong = {fault.name: fault for fault in faults}
    period = escape(wrong["periode"].told) if "periode" in wrong else ""
    bodies = sorted({row.body for row in rows})
    meetings = dict.fromkeys((row.meeting, row.body, row.date) for row in rows)
    body_options = [("", t("Alle organer")), *((body, body) for body in bodies)]
    meeting_options = [("", t("Alle møter")), *((key, _meeting(body, day, t)) for key, body, day in meetings)]
    cases = "".join(
        f'<option value="{escape(case)}">{escape(title)}</option>'
        for case, title in dict.fromkeys((row.case, row.title) for row in rows if row.case)
    )
    statuses = "".join(
        f'<label class="choice"><input type="checkbox" name="status" value="{status.value}"'
        f"{' checked' if status in sought.statuses else ''}> {escape(t(STATUS_NAMES[status]))}</label>"
        for status in Status
    )
    used = sum(
        bool(each) for each in (sought.body, sought.meeting, sought.case, sought.statuses, sought.since, sought.until)
    )
    narrow = t("Avgrens ({number} i bruk)", number=used) if used else t("Avgrens")
    return (
        f'<form class="register-form" role="search" method="get" action="{t.language.path}/vedtak">'
        f'<div class="search-line"><div class="field">'
        f'<label for="register-sok">{escape(t("Søk i vedtak og forslag"))}</label>'
        f'<input type="search" id="register-sok" name="sok" maxlength="{LONGEST_SEARCH}" autocomplete="off" '
        f'value="{escape(sought.text)}" aria-describedby="register-sok-hjelp"></div>'
        f'<button type="submit">{escape(t("Søk"))}</button></div>'
        f'<p class="hint" id="register-sok-hjelp">{escape(t("Skriv noe om saken, eller et saksnummer som 5/26."))}</p>'
        f'<details class="filters"{" open" if "fra" in wrong or "til" in wrong else ""}><summary>{escape(narrow)}</summary>'
        f'<div class="fields">{_select("organ", t("Organ"), body_options, sought.body)}'
        f"{_select('mote', t('Møte'), meeting_options, sought.meeting)}"
        f'<div class="field"><label for="register-sak">{escape(t("Saksnummer"))}</label>'
        f'<input id="register-sak" name="sak" list="register-saker" maxlength="40" autocomplete="off" '
        f'value="{escape(sought.case)}">'
        f'<datalist id="register-saker">{cases}</datalist></div>'
        f"{_day('fra', t('Fra og med'), sought.since, wrong.get('fra'), t)}"
        f"{_day('til', t('Til og med'), sought.until, wrong.get('til'), t)}"
        f'<p class="fault period" id="{_PERIOD}" data-part="periode-fault" role="alert">{period}</p>'
        f'<fieldset><legend>{escape(t("Status"))}</legend><div class="choices">{statuses}</div></fieldset></div></details></form>'
    )


def _select(name: str, label: str, options: Sequence[tuple[str, str]], chosen: str) -> str:
    if chosen not in [value for value, _ in options]:
        options = [*options, (chosen, chosen)]
    told = "".join(
        f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>{escape(text)}</option>'
        for value, text in options
    )
    return (
        f'<div class="field"><label for="register-{name}">{escape(label)}</label>'
        f'<select id="register-{name}" name="{name}">{told}</select></div>'
    )


def _day(name: str, label: str, chosen: date | None, fault: Fault | None, t: Translator) -> str:
    """A field for a date, written and read the Norwegian way whatever the browser's language is."""
    field = f"register-{name}"
    told = escape(fault.told) if fault else ""
    value = fault.value if fault else f"{chosen:%d.%m.%Y}" if chosen else ""
    return (
        f'<div class="field"><label for="{field}">{escape(label)}</label>'
        f'<input id="{field}" name="{name}" value="{escape(value)}" maxlength="40" autocomplete="off" inputmode="numeric" '
        f'placeholder="{escape(t("dd.mm.åååå"))}" aria-describedby="{field}-hjelp {field}-feil {_PERIOD}" '
        f'aria-invalid="{"true" if fault else "false"}" data-fault="{field}-feil {_PERIOD}">'
        f'<p class="hint" id="{field}-hjelp">{escape(t("For eksempel 12.02.2026"))}</p>'
        f'<p class="fault" id="{field}-feil" data-part="{name}-fault" role="alert">{told}</p></div>'
    )


def count_html(found: Sequence[Entry], t: Translator) -> str:
    """How many there are, and how many of them are decided."""
    decided = sum(row.status is not Status.PROPOSED for row in found)
    hits = t("1 treff") if len(found) == 1 else t("{number} treff", number=t.number(len(found)))
    told = ""
    if found:
        split = t(
            "{decided} behandlet, {proposed} bare foreslått",
            decided=t.number(decided),
            proposed=t.number(len(found) - decided),
        )
        told = f"<p>{escape(split)}</p>"
    return f"<h2>{escape(hits)}</h2>{told}"


def export_html(found: Sequence[Entry], sought: Sought, t: Translator) -> str:
    """Links that give exactly what was found as files."""
    if not found:
        return ""
    links = "".join(
        f'<a href="{escape(f"{t.language.path}/vedtak/eksport.{ending}{address_of(sought)}")}" download>{escape(name)}</a>'
        for ending, name in (("xlsx", t("Last ned Excel")), ("csv", t("Last ned CSV")))
    )
    return f'<p class="exports">{links}</p>'


def rows_html(library: Library, found: Sequence[Entry], shown: int, sought: Sought, t: Translator) -> str:
    """The rows, the newest first, as many as are to be shown; a way to more where there are more."""
    rows = "".join(_row(library, row, t) for row in found[:shown])
    more = ""
    if len(found) > shown:
        following = escape(f"{t.language.path}/vedtak{address_of(sought, vis=shown + ROWS)}")
        left = t("Vis flere ({number} til)", number=t.number(len(found) - shown))
        more = f'<p class="more"><a href="{following}" data-goes="stay">{escape(left)}</a></p>'
    return f'<ol class="register">{rows}</ol>{more}'


def nothing_html(rows: Sequence[Entry], sought: Sought, t: Translator) -> str:
    """Why there is nothing, and what to do about it."""
    if not rows:
        filled = t(
            "Registeret fylles av seg selv når møtedokumenter leses inn: forslag fra innkallinger og lysbilder, "
            "vedtak fra referater og protokoller."
        )
        head = t("Ingen forslag eller vedtak ennå")
        return f'<section class="empty"><h2>{escape(head)}</h2><p>{escape(filled)}</p></section>'
    advice = [t("Prøv færre eller andre ord, eller skriv bare saksnummeret.")] if sought.text else []
    decided = any(status is not Status.PROPOSED for status in sought.statuses)
    if decided and not any(row.status is not Status.PROPOSED for row in rows):
        advice.append(
            t("Ingen saker i arkivet er behandlet ennå. Vedtak kommer hit når referatet fra møtet leses inn.")
        )
    if replace(sought, text="") != Sought():
        advice.append(t("Ta bort noen av avgrensningene."))
    told = "".join(f"<li>{escape(each)}</li>" for each in advice)
    everything = f'<p><a href="{t.language.path}/vedtak" data-goes="form">{escape(t("Vis hele registeret"))}</a></p>'
    return f'<section class="empty"><h3>{escape(t("Ingen treff"))}</h3><ul>{told}</ul>{everything}</section>'


def faults_html(faults: Sequence[Fault]) -> str:
    """What of the address could not be used, where no field tells it."""
    told = (fault.told for fault in faults if fault.name == "status")
    return "".join(f'<p class="notice" role="alert">{escape(each)}</p>' for each in told)


def status_html(status: Status, t: Translator) -> str:
    """A status as a coloured word."""
    return f'<span class="status status-{status.value}">{escape(t(STATUS_NAMES[status]))}</span>'


def question_link(case: str, body: str, day: str, t: Translator, *, decided: bool) -> str:
    """A link to the chat that asks about the case, in its meeting alone. The question is in Norwegian, as documents are."""
    asked = "Hva ble vedtatt i {case}?" if decided else "Hva er forslaget til vedtak i {case}?"
    scope = json.dumps(fields(Scope(meetings=(MeetingKey(body, day),), cases=(case,))), ensure_ascii=False)
    query = urlencode({"q": asked.format(case=named_case(case)), "omfang": scope}, quote_via=quote)
    return f'<a href="{escape(f"{t.language.path}/?{query}")}">{escape(t("Spør om denne saken"))}</a>'


def case_heading(case: str | None, title: str, t: Translator) -> str:
    """ "Sak 5/26: Samlet oversikt"; the title alone, or that it is outside the cases."""
    if case is None:
        return title or t("Utenfor sakene")
    return f"{_numbered(case, t)}: {title}" if title else _numbered(case, t)


def case_heading_html(case: str | None, title: str, t: Translator) -> str:
    """The same as HTML."""
    if not title:
        return escape(case_heading(case, title, t))
    return quoted(title, t) if case is None else f"{escape(_numbered(case, t))}: {quoted(title, t)}"


def _numbered(case: str, t: Translator) -> str:
    return t("Sak {number}", number=case) if named_case(case) == f"sak {case}" else case


def _meeting(body: str, day: str, t: Translator) -> str:
    return f"{body} {t.day(date.fromisoformat(day))}" if day else t("{body}, ukjent dato", body=body)


def _row(library: Library, row: Entry, t: Translator) -> str:
    words = " ".join(row.now.text.split())
    excerpt = words if len(words) <= EXCERPT else f"{words[:EXCERPT].rsplit(' ', 1)[0]} …"
    day = t.day(date.fromisoformat(row.date)) if row.date else t("Ukjent dato")
    return (
        f'<li class="entry" id="rad-{row.key}"><details><summary>'
        f'<span class="when"><span class="day">{escape(day)}</span> <span class="body">{escape(row.body)}</span></span>'
        f"<h3>{case_heading_html(row.case, row.title, t)}</h3>{status_html(row.status, t)}"
        f'<span class="excerpt"{tongue(t)}>{escape(excerpt)}</span></summary>{_opened(library, row, t)}</details></li>'
    )


def _opened(library: Library, row: Entry, t: Translator) -> str:
    now = row.now
    head = t("Forslag til vedtak") if row.status is Status.PROPOSED else t("Vedtaket")
    warning = ""
    if row.status is Status.PROPOSED:
        told = t("Dette er et forslag. Arkivet har ikke noe referat som sier hva som ble vedtatt.")
        warning = f'<p class="hint">{escape(told)}</p>'
    votes = f'<p class="votes">{escape(t("Avstemning: {votes}", votes=now.votes))}</p>' if now.votes else ""
    links = [original_link(now.place, now.document, t)]
    if row.case:
        links.append(question_link(row.case, row.body, row.date, t, decided=row.status is not Status.PROPOSED))
        address = urlencode({"mote": row.meeting, "sak": row.case})
        links.append(f'<a href="{t.language.path}/moter?{escape(address)}">{escape(t("Se saken i møtet"))}</a>')
    where = t("Lysbilde {slide} i {document}", slide=now.place.slide, document=now.document)
    return (
        f'<div class="opened"><div class="told"><h4>{escape(head)}</h4>{warning}{paragraphs(now.text, t)}{votes}'
        f'{_history(row, t)}<p class="links">{"".join(links)}</p></div>'
        f'<figure class="slide">{slide_html(library, now.place, now.document, " ".join(now.text.split())[:EXCERPT], t)}'
        f"<figcaption>{escape(where)}</figcaption></figure></div>"
    )


def turns_html(row: Entry, t: Translator) -> str:
    """The matter through the meetings where it was put off and taken up again; nothing where none is known."""
    if not row.turns:
        return ""
    turns = "".join(_turn(turn, row, t) for turn in row.turns)
    return f'<h4>{escape(t("Saken i flere møter"))}</h4><ol class="turns">{turns}</ol>'


def _turn(turn: Turn, row: Entry, t: Translator) -> str:
    place, document = turn.now.place, turn.now.document
    name = f"{t.day_of(turn.date)}, {case_named(turn.case, t)}"
    if turn.key == row.key:
        named = f'<strong aria-current="true">{escape(name)}</strong>'
    else:
        address = f"{t.language.path}/vedtak?{urlencode({'mote': turn.meeting, 'sak': turn.case})}#rad-{turn.key}"
        named = f'<a href="{escape(address)}" data-goes="row">{escape(name)}</a>'
    where = t("lysbilde {slide} i {document}", slide=place.slide, document=document)
    return (
        f"<li>{named} {status_html(turn.now.status, t)} "
        f'<a class="where" href="{escape(original_path(place, document))}" target="_blank" rel="noopener">{escape(where)}'
        f'<span class="unseen"> ({escape(t("åpnes i ny fane"))})</span></a></li>'
    )


def _history(row: Entry, t: Translator) -> str:
    turns = turns_html(row, t)
    if len(row.steps) == 1:
        return turns
    steps = "".join(step_html(step, row, t) for step in row.steps)
    return f'<h4>{escape(t("Historikk"))}</h4><ol class="history">{steps}</ol>{turns}'


def step_html(step: Step, row: Entry, t: Translator) -> str:
    """One step of a row's history, as an item of a list; the text of what stands now is not said again."""
    if step.status is Status.PROPOSED:
        name = t("Oppdatert forslag") if step.updated else t("Foreslått")
    else:
        name = t(STATUS_NAMES[step.status])
    votes = f" ({step.votes})" if step.votes else ""
    text = "" if step is row.now else paragraphs(step.text, t)
    same = row.proposed is not None and step is row.now and step.text == row.proposed.text
    told = f'<p class="hint">{escape(t("Som foreslått."))}</p>' if same and step.status is Status.ADOPTED else ""
    where = t("lysbilde {slide} i {document}", slide=step.place.slide, document=step.document)
    return f"<li><strong>{escape(name)}</strong>{escape(votes)} <span>{escape(where)}</span>{told}{text}</li>"


def paragraphs(text: str, t: Translator) -> str:
    """The lines of a text from the documents as paragraphs."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    return f'<div class="words"{tongue(t)}>{lines}</div>'
