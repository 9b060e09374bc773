"""How people are let in, as the operator has set it up; nothing that others could reach is served without."""

from __future__ import annotations

from pathlib import Path

from radsassistent.errors import UsageError
from radsassistent.settings import Settings
from radsassistent.web.access import Access, LogIn, OwnMachine, ProxyLogIn, is_own_machine
from radsassistent.web.proxies import Proxies
from radsassistent.web.reader import Reader, Role
from radsassistent.web.sessions import Sessions
from radsassistent.web.users import users_of


class OpenToEveryoneError(UsageError):
    """Others could reach the address, and nobody would be asked who they are; the message names the two ways out."""


def proxies_of(settings: Settings) -> Proxies:
    """The proxies in front that the settings name. Raises UsageError for what is no address."""
    return Proxies(settings.proxy_addresses, settings.proxy_header, secure=settings.https)


def admission(settings: Settings, host: str) -> Access:
    """Who may come in at an address: those whom a proxy names; else users with a password; else this machine alone.

    Once there are users, they log in at this machine's own address too, because a proxy may stand in front of it.
    Raises OpenToEveryoneError for any other address with neither, UsageError for settings that contradict each other,
    UsersFileError for a file of users that cannot be used.
    """
    users = users_of(settings)
    if settings.proxy_header:
        if not settings.proxy_addresses:
            raise UsageError(
                "proxy_header er satt, men ikke proxy_addresses. Skriv adressen til proxyen som setter hodet, for eksempel "
                'proxy_addresses = ["127.0.0.1"]; uten den kunne hvem som helst skrive hvilket navn som helst.'
            )
        users.all()
        default = Reader("", Role(settings.proxy_role), settings.proxy_internal)
        return ProxyLogIn(settings.proxy_header, proxies_of(settings), users, default)
    if any(user.hash for user in users.all()):
        return LogIn(users, Sessions(settings.session_hours * 3600), secure=settings.https)
    if settings.users_file is None and is_own_machine(host):
        return OwnMachine()
    raise OpenToEveryoneError(_message(host, users.path))


def _message(host: str, users: Path) -> str:
    return (
        f"På {host} ville hvem som helst kommet inn, for ingen brukere kan logge inn ({users}). Lag en med "
        "«radsassistent user add NAVN», eller sett proxy_header og proxy_addresses til innloggingen som står foran."
    )
