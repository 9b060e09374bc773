"""The people who may log in: a file with their roles and the argon2 hashes of their passwords."""

from __future__ import annotations

import contextlib
import json
import os
import re
import tempfile
import threading
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from filelock import FileLock, Timeout

from radsassistent.errors import RadsassistentError, UsageError
from radsassistent.settings import Settings
from radsassistent.web.reader import Reader, Role

FILE_NAME = "users.toml"
SHORTEST_PASSWORD = 12
# Argon2 takes time by the length; nobody types more.
LONGEST_PASSWORD = 1024
_NAME = re.compile(r"[\w][\w.@+ -]{0,99}")
_LOCK_WAIT = 10.0


class UsersFileError(RadsassistentError):
    """The file of users cannot be read or written; the message names it and the way out."""


@dataclass(frozen=True, slots=True)
class User:
    """One line of the file; `hash` is None for somebody whom only a proxy in front lets in."""

    name: str
    role: Role = Role.MEMBER
    internal: bool = False
    hash: str | None = None

    def reader(self) -> Reader:
        """The user as the pages know them."""
        return Reader(self.name, self.role, self.internal)


def normalised(name: str) -> str:
    """The one way to write a name, so that «Kari », «KARI» and «kari» are one. Raises UsageError for what is no name."""
    told = " ".join(unicodedata.normalize("NFKC", name).split()).casefold()
    if not _NAME.fullmatch(told):
        raise UsageError(
            f"«{name[:100]}» kan ikke brukes som navn. Bruk bokstaver, tall og tegnene . @ + - _ (høyst 100 tegn)."
        )
    return told


def checked_password(password: str, name: str) -> str:
    """The password, if it may be used. Raises UsageError with what to do otherwise."""
    if len(password) < SHORTEST_PASSWORD:
        raise UsageError(
            f"Passordet er for kort. Bruk minst {SHORTEST_PASSWORD} tegn, for eksempel tre–fire tilfeldige ord."
        )
    if len(password) > LONGEST_PASSWORD:
        raise UsageError(f"Passordet er for langt. Bruk høyst {LONGEST_PASSWORD} tegn.")
    lowered = password.casefold()
    if len(set(lowered)) < 5 or lowered in _guessable(name):
        raise UsageError("Passordet er for lett å gjette. Bruk for eksempel tre–fire tilfeldige ord.")
    return password


def _guessable(name: str) -> set[str]:
    common = ("passord", "password", "hemmelig", "velkommen", "radsassistent", "rådsassistent", name)
    endings = ("", "1", "12", "123", "1234", "12345", "123456", "1234567", "!", "2025", "2026", "2027")
    doubled = {word * times for word in common for times in (1, 2, 3)}
    return {word + ending for word in doubled for ending in endings} | {"1234567890123", "123456789012", "qwertyuiopå"}


class Users:
    """The users of a file, read anew whenever it has changed. Safe to use from several threads."""

    def __init__(self, path: Path, hasher: PasswordHasher | None = None) -> None:
        self.path = path
        self._hasher = hasher or PasswordHasher()
        # Argon2 takes 64 MB a time: passwords that are checked at once must not fill the machine.
        self._checking = threading.BoundedSemaphore(2)
        self._nobody = self._hasher.hash("somebody who is not there")
        self._reading = threading.Lock()
        self._read: tuple[tuple[int, int, int], Mapping[str, User]] | None = None

    def all(self) -> list[User]:
        """Everybody, by name."""
        return sorted(self._users().values(), key=lambda user: user.name)

    def named(self, name: str) -> User | None:
        """The user of a name, however it is written; None when there is none."""
        try:
            return self._users().get(normalised(name))
        except UsageError:
            return None

    def with_password(self, name: str, password: str) -> User | None:
        """The user whose name and password these are. Takes as long for a name that does not exist as for a wrong password."""
        user = self.named(name)
        known = user.hash if user is not None and user.hash is not None else None
        with self._checking:
            try:
                self._hasher.verify(known or self._nobody, password[: LONGEST_PASSWORD + 1])
            except (VerificationError, InvalidHashError):
                return None
        return user if known else None

    def put(self, user: User, password: str | None = None) -> User:
        """Add a user or replace the one of the name; a password replaces the kept one. Returns what is kept."""
        hashed = self._hasher.hash(checked_password(password, user.name)) if password is not None else user.hash
        kept = replace(user, name=normalised(user.name), hash=hashed)
        with self._writing():
            self._write({**self._users(), kept.name: kept})
        return kept

    def remove(self, name: str) -> None:
        """Remove a user. Raises UsageError when there is none of the name."""
        with self._writing():
            users = dict(self._users())
            if users.pop(normalised(name), None) is None:
                raise UsageError(unknown(name))
            self._write(users)

    def _users(self) -> Mapping[str, User]:
        try:
            stat = self.path.stat()
            stamp = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
            with self._reading:
                if self._read is None or self._read[0] != stamp:
                    self._read = stamp, _parsed(self.path, self.path.read_bytes())
                return self._read[1]
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise UsersFileError(f"{self.path}: brukerfilen kan ikke leses ({error.strerror}).") from error

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(f"{self.path}.lock", timeout=_LOCK_WAIT):
                yield
        except Timeout as error:
            raise UsersFileError(f"{self.path}: noen andre endrer brukerne nå. Prøv igjen om litt.") from error
        except OSError as error:
            raise UsersFileError(f"{self.path}: brukerfilen kan ikke skrives ({error.strerror}).") from error

    def _write(self, users: Mapping[str, User]) -> None:
        """The whole file or the old one, readable by its owner alone."""
        handle, temporary = tempfile.mkstemp(dir=self.path.parent, prefix=self.path.name, suffix=".new")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write("".join(_written(users[name]) for name in sorted(users)))
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).chmod(0o600)
            Path(temporary).replace(self.path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise


def users_of(settings: Settings) -> Users:
    """The users of the settings' file: beside the archive's database unless it is set."""
    return Users(settings.users_file or settings.archive / FILE_NAME)


def unknown(name: str) -> str:
    """What is said of a name that nobody has."""
    return f"Det er ingen bruker med navnet «{name}». «radsassistent user list» viser dem som er der."


def _written(user: User) -> str:
    # JSON's strings are TOML's.
    password = f"password = {json.dumps(user.hash)}\n" if user.hash is not None else ""
    name = json.dumps(user.name, ensure_ascii=False)
    return f'[users.{name}]\nrole = "{user.role}"\ninternal = {str(user.internal).lower()}\n{password}\n'


def _parsed(path: Path, content: bytes) -> Mapping[str, User]:
    """Raises UsersFileError for a file that is not what `put` writes: nobody gets in by a mistake in it."""
    try:
        raw = tomllib.loads(content.decode("utf-8"))
        if set(raw) - {"users"}:
            raise ValueError(f"ukjent: {', '.join(sorted(set(raw) - {'users'}))}")
        found: dict[str, User] = {}
        for name, given in raw.get("users", {}).items():
            if set(given) - {"role", "internal", "password"} or not isinstance(given.get("internal", False), bool):
                raise ValueError(f"linjene til «{name}»")
            user = User(normalised(name), Role(given.get("role", "member")), given.get("internal", False))
            if user.name in found:
                raise ValueError(f"«{name}» står der to ganger")
            hashed = given.get("password")
            if hashed is not None and not str(hashed).startswith("$argon2"):
                raise ValueError(f"passordet til «{name}» er ikke en argon2-hash")
            found[user.name] = replace(user, hash=hashed)
    except (ValueError, AttributeError, TypeError, RadsassistentError) as error:
        raise UsersFileError(
            f"{path}: brukerfilen kan ikke brukes ({error}). Rett den, eller lag brukerne på nytt med «radsassistent user add»."
        ) from error
    return found
