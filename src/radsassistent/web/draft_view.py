"""A draft as HTML: the list of drafts, the progress of reading, and what would be published, as a form to correct it in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import escape

from radsassistent.archive.changes import Change, ChangeKind
from radsassistent.archive.draft_publishing import Preview
from radsassistent.archive.draft_reading import Progress
from radsassistent.archive.drafts import Draft, DraftState
from radsassistent.documents import Document
from radsassistent.meetings import Meeting
from radsassistent.web.draft_form import as_ranges, cases_html, meeting_html, ranges_html
from radsassistent.web.language import Translator
from radsassistent.web.quoted import tongue

_KINDS = {
    ChangeKind.BODY: "Organ",
    ChangeKind.DATE: "Dato",
    ChangeKind.TITLE: "Tittel",
    ChangeKind.CLASSIFICATION: "Klassifisering",
    ChangeKind.CASE: "Sak",
    ChangeKind.PROPOSAL: "Forslag til vedtak",
    ChangeKind.DECISION: "Vedtatt",
}
# Above the form of a meeting that everybody can ask about already.
_PUBLISHED = "Møtet er publisert. Rettelsene gjelder først når du publiserer igjen."


def notice_html(said: str, kind: str = "notice") -> str:
    """A sentence that the reader must not overlook."""
    return f'<p class="{kind}" role="status">{escape(said)}</p>'


def moment(at: datetime, t: Translator) -> str:
    """A day and a time of it where the server is: "3. mars 2026 kl. 12.05"."""
    here = at.astimezone()
    return t("{day} kl. {time}", day=t.day(here.date()), time=f"{here:%H.%M}")


def list_html(drafts: Sequence[Draft], t: Translator) -> str:
    """Somebody's drafts, the newest first, each a button that opens it."""
    if not drafts:
        return f'<p class="muted">{escape(t("Du har ingen utkast."))}</p>'
    states = {DraftState.UPLOADING: "lastes opp", DraftState.READING: "leses", DraftState.READY: "klart til å se over"}
    rows = []
    for draft in drafts:
        names = ", ".join(file.name for file in draft.files) or t("ingen lesbare filer")
        state = states[draft.state] if draft.files or draft.state is not DraftState.READY else "kunne ikke leses"
        state = "retter opp et publisert møte" if draft.corrects else state
        rows.append(
            f'<li><button type="button" class="draft-link" data-open="{escape(draft.id)}"><strong>{escape(names)}</strong> '
            f"<span>{escape(t(state))}, {escape(moment(draft.at, t))}</span></button></li>"
        )
    return f'<ul class="drafts">{"".join(rows)}</ul>'


def progress_html(draft: Draft, progress: Progress | None, t: Translator) -> str:
    """How far the reading has come: reading, understanding, ready."""
    heading = f'<h2 tabindex="-1">{escape(t("Utkastet leses"))}</h2>'
    if progress is None:
        again = (
            f'<button type="button" class="primary" data-read>{escape(t("Les filene"))}</button>' if draft.files else ""
        )
        said = t("Lesingen ble avbrutt, for eksempel fordi tjenesten ble startet på nytt.")
        return _article(draft, f'{heading}{notice_html(said)}<p class="actions">{again}{_discard(draft, t)}</p>')
    share = ((progress.number - 1) + (progress.done / progress.total if progress.total else 0)) / max(progress.files, 1)
    share = 1.0 if progress.understanding else max(share, 0.0)
    if progress.waiting:
        said = t("Venter på at et annet utkast blir ferdig lest.")
    elif progress.understanding:
        said = t("Finner saker, forslag og vedtak …")
    elif progress.total:
        said = t("Leser {name}: side {done} av {total}", name=progress.file, done=progress.done, total=progress.total)
    else:
        said = t("Åpner {name} …", name=progress.file)
    step = 2 if progress.understanding else 1
    names = ("Laster opp", "Leser", "Forstår", "Klart")
    steps = "".join(
        f'<li{" aria-current=step" if place == step else ""} class="{"done" if place < step else ""}">{escape(t(name))}</li>'
        for place, name in enumerate(names)
    )
    return _article(
        draft,
        f'{heading}<ol class="steps">{steps}</ol>'
        f'<label class="reading"><span data-said>{escape(said)}</span><progress max="1" value="{share:.3f}"></progress></label>'
        f'<p class="actions">{_discard(draft, t)}</p>',
        " data-poll",
    )


def _article(draft: Draft, content: str, more: str = "") -> str:
    return f'<article class="draft" data-draft="{escape(draft.id)}"{more}>{content}</article>'


def published_html(meeting: Meeting, names: str, t: Translator, key: str) -> str:
    """What became of a draft that everybody can ask about now; `key` is the meeting's in addresses, "" for none."""
    said = t(
        "{documents} er publisert i {meeting}. Alle som skal se møtet, kan spørre om det nå.",
        documents=names,
        meeting=meeting_name(meeting, t),
    )
    link = f'<a href="{t.language.path}/">{escape(t("Spør om møtet"))}</a>'
    if key:
        link += f' <a href="{t.language.path}/moter?mote={escape(key)}">{escape(t("Se møtet"))}</a>'
    heading = f'<h2 tabindex="-1">{escape(t("Publisert"))}</h2>'
    return f'<div class="published" role="status">{heading}<p>{escape(said)}</p><p>{link}</p></div>'


def meeting_name(meeting: Meeting, t: Translator) -> str:
    """Body and day: "Porteføljerådet 12. februar 2026"."""
    return f"{meeting.body} {t.day(meeting.date)}" if meeting.date else meeting.body


def draft_html(draft: Draft, seen: Preview | None, t: Translator, notice: str = "") -> str:
    """What would be published; `seen` is None where there is nothing."""
    told = notice_html(notice) if notice else ""
    if draft.parts > 1:
        told += notice_html(
            t("Filene var fra {number} møter. Hvert møte har fått sitt eget utkast.", number=draft.parts), "hint"
        )
    refused = _refused(draft.refused, t)
    if seen is None:
        said = t("Møtet finnes ikke lenger i arkivet") if draft.corrects else t("Ingenting å publisere")
        heading = f'<h2 tabindex="-1">{escape(said)}</h2>'
        return _article(draft, f'{heading}{told}{refused}<p class="actions">{_discard(draft, t)}</p>')
    name = meeting_name(seen.meeting, t)
    if draft.corrects:
        head = t("Rett opp: {meeting}", meeting=name)
        when = t("Begynt {moment}. Ingen andre ser rettelsene før du publiserer dem.", moment=moment(draft.at, t))
        told = notice_html(t(_PUBLISHED), "hint") + told
    else:
        head = t("Se over: {meeting}", meeting=name)
        when = t("Lastet opp {moment}. Ingen andre ser utkastet før du publiserer det.", moment=moment(draft.at, t))
    heading = f'<h2 tabindex="-1">{escape(head)}</h2>'
    documents = "".join(_document(document, seen, t) for document in seen.documents)
    word = t("Publiser igjen") if draft.corrects else t("Publiser")
    publish = f'<button type="button" class="primary" data-publish>{escape(word)}</button>'
    save = f'<button type="submit" data-save>{escape(t("Lagre rettelsene"))}</button>'
    if seen.corrects_nothing:
        publish, save = "", save.replace("<button", '<button class="primary"', 1)
    return _article(
        draft,
        f'{heading}<p class="muted">{escape(when)}</p>{told}{refused}{_warnings(seen, t)}{_against(seen, t)}'
        f"{_by_hand(seen, t)}<form novalidate>{meeting_html(seen, t)}{documents}{cases_html(seen, t)}{_proposed(seen, t)}"
        f'<p class="actions">{publish}{save}{_discard(draft, t)}</p></form>',
        f' data-stand="{seen.stand}"',
    )


def _by_hand(seen: Preview, t: Translator) -> str:
    """That something is corrected, and the way back to what was understood."""
    if not any(seen.corrections.values()):
        return ""
    back = f'<button type="button" class="quiet" data-back>{escape(t("Ta tilbake alle rettelsene"))}</button>'
    return f'<p class="by-hand">{escape(t("Noe i møtet er rettet for hånd."))} {back}</p>'


def _discard(draft: Draft, t: Translator) -> str:
    word, sure = t("Forkast"), t("Forkaste utkastet og slette filene?")
    if draft.corrects:
        word, sure = t("Forkast rettelsene"), t("Forkaste rettelsene? Møtet blir stående som det er publisert.")
    return f'<button type="button" class="quiet" data-discard="{escape(sure)}">{escape(word)}</button>'


def _refused(messages: Sequence[str], t: Translator) -> str:
    if not messages:
        return ""
    rows = "".join(f"<li>{escape(t.told(message))}</li>" for message in messages)
    return f'<section class="notice"><h3>{escape(t("Ikke tatt med"))}</h3><ul>{rows}</ul></section>'


def _warnings(seen: Preview, t: Translator) -> str:
    warnings = [*seen.meeting.warnings, *(warning for document in seen.documents for warning in document.warnings)]
    if not warnings:
        return ""
    rows = "".join(f"<li>{escape(t.told(warning))}</li>" for warning in warnings)
    return f'<section class="notice"><h3>{escape(t("Se etter dette"))}</h3><ul>{rows}</ul></section>'


def _against(seen: Preview, t: Translator) -> str:
    """What the archive has of the meeting, and what would become another."""
    if seen.hides:
        return ""
    if seen.is_new:
        return f'<p class="new">{escape(t("Møtet er nytt i arkivet."))}</p>'
    said = []
    if seen.replaces:
        said.append(t("Erstatter den forrige utgaven av {names}.", names=", ".join(seen.replaces)))
    if seen.beside:
        said.append(t("Arkivet har fra før: {names}. Dokumentene blir ett møte.", names=", ".join(seen.beside)))
    changed = "".join(_change(change, t) for change in seen.changes)
    same = (
        t("Ingenting er rettet ennå.") if seen.corrects_nothing else t("Saker, forslag og vedtak er de samme som før.")
    )
    table = f"<ul class=changes>{changed}</ul>" if changed else f'<p class="muted">{escape(same)}</p>'
    heading = f"<h3>{escape(t('Det som blir endret') if seen.draft.corrects else t('Møtet finnes i arkivet'))}</h3>"
    told = f"<p>{escape(' '.join(said))}</p>" if said else ""
    return f'<section class="against">{heading}{told}{table}</section>'


def _change(change: Change, t: Translator) -> str:
    how = "ny" if change.before is None else "borte" if change.after is None else "endret"
    before, after = change.before, change.after
    if change.kind is ChangeKind.SLIDES:
        slides = as_ranges(range(change.first, change.last + 1))
        name, how = t("Lysbilde {slides} i {name}", slides=slides, name=change.document), "endret"
        before, after = (t("sak {case}", case=case) if case else t("ingen sak") for case in (before, after))
    else:
        name = t(_KINDS[change.kind]) + (f" {change.case}" if change.case else "")
    if change.kind is ChangeKind.DATE:
        before, after = (day and t.day_of(day) for day in (before, after))
    if change.kind is ChangeKind.CLASSIFICATION:
        before, after = (each and t(each) for each in (before, after))
    texts = [f"<{tag}>{escape(text)}</{tag}>" for tag, text in (("del", before), ("ins", after)) if text is not None]
    return f'<li><strong>{escape(name)}</strong> <span class="how">{escape(t(how))}</span><br>{"<br>".join(texts)}</li>'


def _document(document: Document, seen: Preview, t: Translator) -> str:
    count = t("1 lysbilde") if len(document.slides) == 1 else t("{number} lysbilder", number=len(document.slides))
    unread: dict[str, list[int]] = {}
    for slide in document.slides:
        if slide.status.value in ("picture", "unreadable"):
            unread.setdefault(
                t.told(slide.reason) or t("bare bilde" if slide.status.value == "picture" else "uleselig"), []
            ).append(slide.number)
    lines = [
        t("Lysbilde {slides} kan ingen spørre om: {reason}.", slides=as_ranges(slides), reason=reason.rstrip("."))
        for reason, slides in unread.items()
    ]
    told = "".join(f"<li>{escape(line)}</li>" for line in lines)
    pages = f'<ul class="unread">{told}</ul>' if told else ""
    return (
        f'<section class="document" data-document="{document.sha256}"><h3>{escape(document.name)}</h3>'
        f'<p class="muted">{escape(count)}</p>{pages}{ranges_html(document, seen, t)}</section>'
    )


def _proposed(seen: Preview, t: Translator) -> str:
    own = {document.sha256: document.name for document in seen.documents}
    several = len(own) > 1
    rows = []
    found = [
        *(("Forslag til vedtak", each.case, each.text, each.place) for each in seen.meeting.proposals),
        *(("Vedtatt", each.case, each.text, each.place) for each in seen.meeting.decisions),
    ]
    for kind, case, text, place in found:
        if place.sha256 not in own:
            continue
        where = t("lysbilde {slide}", slide=place.slide) + (f", {own[place.sha256]}" if several else "")
        name = t(kind) + (f", {t('sak {case}', case=case)}" if case else "")
        rows.append(
            f"<li><strong>{escape(name)}</strong> <span>({escape(where)})</span><p{tongue(t)}>{escape(text)}</p></li>"
        )
    none = f'<p class="muted">{escape(t("Ingen forslag eller vedtak er funnet."))}</p>'
    held = f'<ul class="proposed">{"".join(rows)}</ul>' if rows else none
    return f"<section><h3>{escape(t('Forslag og vedtak'))}</h3>{held}</section>"
