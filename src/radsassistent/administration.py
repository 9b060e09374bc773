"""What an operator types about people: who may log in, and who did what. Part of the command line."""

from __future__ import annotations

import getpass
import json
import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from radsassistent.errors import RadsassistentError, UsageError

if TYPE_CHECKING:
    from radsassistent.settings import Settings

ArchiveOption = Annotated[
    Path | None, typer.Option("--archive", help="Mappen arkivet ligger i.", show_default="archive")
]
NameArgument = Annotated[str, typer.Argument(help="Navnet personen logger inn med.", metavar="NAVN")]
StdinOption = Annotated[bool, typer.Option("--password-stdin", help="Les passordet fra stdin i stedet for å spørre.")]
InternalOption = Annotated[bool | None, typer.Option("--internal/--no-internal", help="Ser interne møter, eller ikke.")]


class RoleChoice(StrEnum):
    """The roles as they are typed; those of the pages."""

    MEMBER = "member"
    SECRETARY = "secretary"


RoleOption = Annotated[
    RoleChoice | None, typer.Option("--role", help="member spør og leser; secretary laster også opp.")
]

user = typer.Typer(help="Hvem som kan logge inn.", no_args_is_help=True, rich_markup_mode=None)


@user.command()
def add(
    name: NameArgument,
    role: RoleOption = None,
    internal: InternalOption = None,
    password_stdin: StdinOption = False,
    no_password: Annotated[
        bool, typer.Option("--no-password", help="Kan bare komme inn gjennom en proxy som står foran.")
    ] = False,
    archive: ArchiveOption = None,
) -> None:
    """Legger til en bruker; spør om passordet."""
    from radsassistent.archive.audit import Action
    from radsassistent.web.reader import Role
    from radsassistent.web.users import User, normalised, users_of

    chosen = _settings(archive)
    users = users_of(chosen)
    name = normalised(name)
    if users.named(name) is not None:
        raise UsageError(
            f"«{name}» finnes fra før. Bytt passord med «radsassistent user password», rolle med «radsassistent user change»."
        )
    if no_password and password_stdin:
        raise UsageError("Velg enten --no-password eller --password-stdin.")
    added = User(name, Role(role or RoleChoice.MEMBER), bool(internal))
    users.put(added, None if no_password else _password(name, from_stdin=password_stdin))
    _log(chosen, Action.USER_ADDED, name)
    typer.echo(f"{name} er lagt til ({_described(added)}) i {users.path}.")


@user.command()
def change(
    name: NameArgument, role: RoleOption = None, internal: InternalOption = None, archive: ArchiveOption = None
) -> None:
    """Endrer hva en bruker kan gjøre og se; det gjelder med en gang."""
    from dataclasses import replace

    from radsassistent.archive.audit import Action
    from radsassistent.web.reader import Role
    from radsassistent.web.users import unknown, users_of

    chosen = _settings(archive)
    users = users_of(chosen)
    known = users.named(name)
    if known is None:
        raise UsageError(unknown(name))
    if role is None and internal is None:
        raise UsageError("Oppgi hva som skal endres: --role, --internal eller --no-internal.")
    changed = replace(
        known,
        role=known.role if role is None else Role(role),
        internal=known.internal if internal is None else internal,
    )
    users.put(changed)
    _log(chosen, Action.USER_CHANGED, f"{changed.name} ({_described(changed)})")
    typer.echo(f"{changed.name} er endret ({_described(changed)}).")


@user.command()
def password(name: NameArgument, password_stdin: StdinOption = False, archive: ArchiveOption = None) -> None:
    """Gir en bruker et nytt passord; der det gamle er i bruk, må det logges inn på nytt."""
    from radsassistent.archive.audit import Action
    from radsassistent.web.users import unknown, users_of

    chosen = _settings(archive)
    users = users_of(chosen)
    known = users.named(name)
    if known is None:
        raise UsageError(unknown(name))
    users.put(known, _password(known.name, from_stdin=password_stdin))
    _log(chosen, Action.PASSWORD_CHANGED, known.name)
    typer.echo(f"{known.name} har fått nytt passord.")


@user.command()
def remove(name: NameArgument, archive: ArchiveOption = None) -> None:
    """Fjerner en bruker, som logges ut med en gang."""
    from radsassistent.archive.audit import Action
    from radsassistent.web.users import normalised, users_of

    chosen = _settings(archive)
    users_of(chosen).remove(name)
    _log(chosen, Action.USER_REMOVED, normalised(name))
    typer.echo(f"{normalised(name)} er fjernet.")


@user.command(name="list")
def listed(archive: ArchiveOption = None) -> None:
    """Viser alle brukerne."""
    from radsassistent.web.users import users_of

    users = users_of(_settings(archive))
    everybody = users.all()
    if not everybody:
        typer.echo(f"Ingen brukere i {users.path}. Lag en med «radsassistent user add NAVN».")
    for each in everybody:
        typer.echo(f"{each.name}: {_described(each)}{'' if each.hash else ', uten passord'}")


def audit(
    since: Annotated[
        str | None, typer.Option(help="Fra og med dette tidspunktet, for eksempel 2026-02-12 eller 2026-02-12T09:00.")
    ] = None,
    who: Annotated[str | None, typer.Option(help="Bare det denne brukeren har gjort.", metavar="NAVN")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Skriv én linje JSON for hver hendelse.")] = False,
    archive: ArchiveOption = None,
) -> None:
    """Viser hvem som har gjort hva: logget inn, spurt, lastet opp, publisert, rettet, hentet ut."""
    from radsassistent.archive import holdings
    from radsassistent.archive.audit import AuditLog
    from radsassistent.archive.database import migrate

    directory = _settings(archive).archive
    if not holdings.exists(directory):
        raise RadsassistentError(f"Det er ikke noe arkiv i «{directory}». Pek på et annet med --archive.")
    try:
        start = datetime.fromisoformat(since) if since else None
    except ValueError as error:
        raise UsageError(
            f"«{since}» er ikke et tidspunkt. Skriv for eksempel 2026-02-12 eller 2026-02-12T09:00."
        ) from error
    migrate(directory / holdings.DATABASE)
    for entry in AuditLog(directory / holdings.DATABASE).entries(start, who):
        if as_json:
            typer.echo(json.dumps(entry.record(), ensure_ascii=False))
            continue
        at = datetime.fromisoformat(entry.at).astimezone()
        # A name that was tried at the log-in is anybody's text: it must not write lines of its own.
        told = (entry.who, _ACTIONS.get(entry.action, entry.action), entry.subject)
        typer.echo("  ".join([f"{at:%Y-%m-%d %H:%M:%S}", *(_printable(text) for text in told if text)]))


_ACTIONS = {
    "logged in": "logget inn",
    "log-in failed": "feil ved innlogging",
    "logged out": "logget ut",
    "refused": "avvist",
    "asked": "spurte",
    "uploaded": "lastet opp",
    "published": "publiserte",
    "corrected": "rettet",
    "removed": "slettet",
    "exported": "hentet ut",
    "user added": "la til bruker",
    "user changed": "endret bruker",
    "user removed": "fjernet bruker",
    "password changed": "ga nytt passord",
}


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else "�" for letter in text)


def _described(user: object) -> str:
    role = "sekretær" if getattr(user, "role", "") == "secretary" else "medlem"
    return f"{role}, {'ser interne møter' if getattr(user, 'internal', False) else 'ser åpne møter'}"


def _settings(archive: Path | None) -> Settings:
    from radsassistent.settings import settings

    return settings(archive=archive)


def _password(name: str, *, from_stdin: bool) -> str:
    """The password, typed twice without being shown; or the first line of standard input."""
    from radsassistent.web.users import checked_password

    if from_stdin:
        return checked_password(sys.stdin.readline().rstrip("\r\n"), name)
    if not sys.stdin.isatty():
        raise UsageError("Passordet kan ikke leses her. Send det på stdin med --password-stdin.")
    first = checked_password(getpass.getpass(f"Passord for {name}: "), name)
    if getpass.getpass("Det samme én gang til: ") != first:
        raise UsageError("Passordene er ikke like. Prøv igjen.")
    return first


def _log(chosen: Settings, action: str, subject: str) -> None:
    """Log it in the archive, where there is one yet."""
    from radsassistent.archive import holdings
    from radsassistent.archive.audit import AuditLog
    from radsassistent.archive.database import migrate

    if holdings.exists(chosen.archive):
        migrate(chosen.archive / holdings.DATABASE)
        AuditLog(chosen.archive / holdings.DATABASE).record("kommandolinjen", action, subject)
