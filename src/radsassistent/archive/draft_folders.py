"""What the folders of a draft's documents say of their meeting in `møte.toml`, and what they will say with its corrections."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from radsassistent.archive.corrections import Correction, Field, with_corrections
from radsassistent.archive.drafts import Draft
from radsassistent.archive.incoming import Incoming
from radsassistent.archive.ingest import overrides_beside
from radsassistent.archive.records import iso
from radsassistent.meetings import Classification, Meeting, Overrides, as_toml, understand


@dataclass(frozen=True, slots=True)
class FolderWord:
    """What the folders of a meeting say of it: `overrides` is what holds, `plain` without what was corrected before, `texts`
    what the `møte.toml` of each folder that is ours will say.
    """

    plain: Overrides
    overrides: str
    texts: Mapping[Path, str]


def word_of_folders(
    db: sqlite3.Connection,
    draft: Draft,
    placed: Sequence[Incoming],
    drop: Path,
    before: Mapping[str, Sequence[Correction]],
    now: Mapping[str, Sequence[Correction]],
) -> FolderWord:
    """What the folders of documents say. `drop` is the drop folder; `before` are the corrections that the archive keeps of each
    document (by SHA-256), `now` those that hold. Raises OverridesError.
    """
    read = understand([each.document for each in placed])
    names = {each.document.sha256: each.document.name for each in placed}
    # Not written to: folders elsewhere, those that are gone, and several with files of one name, which `møte.toml` could not tell
    # apart. What is corrected then stands in the archive alone.
    told_apart = len({*names.values()}) == len(names)
    folders = dict.fromkeys(each.source.parent for each in placed)
    ours = [each for each in folders if told_apart and drop in each.parents and (each.is_dir() or not draft.corrects)]
    texts = {each: _written(overrides_beside(each), before, now, names, read) for each in ours}
    folder = placed[-1].source.parent
    gone = draft.corrects and not folder.is_dir()
    said = _overrides_kept(db, placed[-1].source) if gone else overrides_beside(folder)
    if folder in texts:
        overrides = texts[folder]
    else:
        overrides = _written(said, before, now, names, read) if gone and told_apart else said
    return FolderWord(_without(Overrides.parse(said), before.values(), read), overrides, texts)


def _overrides_kept(db: sqlite3.Connection, source: Path) -> str:
    """What the folder of a document said when it was taken in."""
    query = "SELECT overrides FROM meetings JOIN documents ON meeting_id = meetings.id WHERE source = ?"
    return str(db.execute(query, (str(source),)).fetchone()[0])


def _without(given: Overrides, before: Iterable[Sequence[Correction]], read: Meeting) -> Overrides:
    """What a folder says besides what earlier corrections wrote there, which may be above what it said before. `read` is the
    meeting as the documents alone tell it.
    """
    made = [each for corrections in before for each in corrections]

    def plain(field: Field, value: str | None, told: str | None) -> str | None:
        wrote = next((each for each in made if (each.field, each.value) == (field, value)), None)
        if wrote is None:
            return value
        return wrote.machine if wrote.machine not in ("", told) else None

    ranges = {(each.first, each.last, each.value or None) for each in made if each.field is Field.CASE}
    titles = {(each.case, each.value) for each in made if each.field is Field.CASE_TITLE}
    day = plain(Field.DATE, iso(given.date), iso(read.date))
    classification = plain(Field.CLASSIFICATION, given.classification, read.classification or Classification.OPEN)
    return replace(
        given,
        body=plain(Field.BODY, given.body, read.body),
        date=date.fromisoformat(day) if day else None,
        title=plain(Field.TITLE, given.title, read.title),
        classification=Classification(classification) if classification else None,
        cases=tuple(each for each in given.cases if (each.first, each.last, each.case) not in ranges),
        titles=tuple(each for each in given.titles if (each.case, each.title) not in titles),
    )


def _written(
    said: str,
    before: Mapping[str, Sequence[Correction]],
    now: Mapping[str, Sequence[Correction]],
    names: Mapping[str, str],
    read: Meeting,
) -> str:
    """The text of the folder's `møte.toml` with the corrections in it; as it is where there are none, or none new."""
    if dict(before) == dict(now):
        return said
    plain = _without(Overrides.parse(said), before.values(), read)
    made = {names[sha256]: corrections for sha256, corrections in now.items()}
    given = with_corrections(plain, made)
    people = dict.fromkeys(each.said_by for corrections in made.values() for each in corrections)
    once = replace(given, titles=tuple(dict.fromkeys(given.titles)))
    return as_toml(once, "\n".join(f"{each[:1].upper()}{each[1:]}." for each in people))
