"""The file of those who may log in: what is kept of them, and what is refused."""

from __future__ import annotations

import stat
import threading
from dataclasses import replace

import pytest
from argon2 import PasswordHasher

from radsassistent.errors import UsageError
from radsassistent.web.reader import Role
from radsassistent.web.users import User, Users, UsersFileError, normalised

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
GOOD = "tre tilfeldige ord"


@pytest.fixture
def users(tmp_path):
    return Users(tmp_path / "users.toml", QUICK)


def test_a_user_is_kept_with_role_and_hash_and_never_the_password(users):
    users.put(User(" KARI ", Role.SECRETARY, internal=True), GOOD)
    text = users.path.read_text()
    assert GOOD not in text
    assert "$argon2id$" in text
    assert Users(users.path, QUICK).named("Kari").reader().is_secretary
    assert Users(users.path, QUICK).with_password("kari", GOOD).internal
    assert users.with_password("kari", GOOD + "x") is None
    assert users.with_password("ingen", GOOD) is None


def test_the_file_is_for_its_owner_alone(users):
    users.put(User("kari"), GOOD)
    users.put(User("ola"), GOOD)
    assert stat.S_IMODE(users.path.stat().st_mode) == 0o600
    assert sorted(path.name for path in users.path.parent.iterdir()) == ["users.toml", "users.toml.lock"]


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("", "for kort"),
        ("kort", "12 tegn"),
        ("elleve tegn", "for kort"),
        ("aaaaaaaaaaaaaa", "lett å gjette"),
        ("passordpassord", "lett å gjette"),
        ("Velkommen12345", "lett å gjette"),
        ("karikarikari", "lett å gjette"),
        ("x" * 1025, "for langt"),
    ],
)
def test_weak_passwords_are_refused_with_what_to_do(users, password, said):
    with pytest.raises(UsageError, match=said):
        users.put(User("kari"), password)
    assert not users.path.exists()


@pytest.mark.parametrize("name", ["", "   ", "a\x00b", "<script>", "a" * 101, '"', "../x", "\u202eirak"])
def test_what_is_no_name_is_refused(name):
    with pytest.raises(UsageError, match="navn"):
        normalised(name)


@pytest.mark.parametrize(
    ("written", "one"),
    [("Kari", "kari"), ("  Kari  Nordmann ", "kari nordmann"), ("KARI@Å.no", "kari@å.no"), ("\uff4bari", "kari")],
)
def test_a_name_is_one_however_it_is_written(written, one):
    assert normalised(written) == one


def test_a_user_without_a_password_cannot_log_in_with_any(users):
    users.put(User("kari"))
    for password in ("", "None", GOOD, "somebody who is not there"):
        assert users.with_password("kari", password) is None


@pytest.mark.parametrize(
    "text",
    [
        "[users.kari",
        "[users.kari]\nrole = 'konge'",
        "[users.kari]\ninternal = 'ja'",
        "[users.kari]\npassword = 'klartekst'",
        "[users.kari]\nadmin = true",
        "[brukere.kari]",
        "users = 3",
        "[users.kari]\n[users.KARI]",
        b"\xff\xfe",
    ],
)
def test_a_file_with_a_mistake_lets_nobody_in_and_names_itself(users, text):
    users.path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(UsersFileError, match=r"users\.toml"):
        users.named("kari")
    with pytest.raises(UsersFileError):
        users.put(User("ola"), GOOD)


def test_a_change_by_another_process_is_seen_at_once(users):
    users.put(User("kari"), GOOD)
    assert users.named("kari").role is Role.MEMBER
    other = Users(users.path, QUICK)
    other.put(replace(other.named("kari"), role=Role.SECRETARY))
    assert users.named("kari").role is Role.SECRETARY
    other.remove("kari")
    assert users.named("kari") is None
    with pytest.raises(UsageError, match="ingen bruker"):
        other.remove("kari")


def test_users_added_at_once_are_all_kept(users):
    adding = [threading.Thread(target=Users(users.path, QUICK).put, args=(User(f"n{n}"), GOOD)) for n in range(8)]
    for thread in adding:
        thread.start()
    for thread in adding:
        thread.join()
    assert [user.name for user in users.all()] == [f"n{n}" for n in range(8)]


def test_an_unknown_name_costs_as_much_as_a_wrong_password(users):
    checked = []

    class Counting(PasswordHasher):
        def verify(self, *given):
            checked.append(given[0][:10])
            return super().verify(*given)

    users.put(User("kari"), GOOD)
    users.put(User("uten"))
    counting = Users(users.path, Counting(time_cost=1, memory_cost=8, parallelism=1))
    for name in ("kari", "uten", "ingen", "<ikke et navn>"):
        assert counting.with_password(name, "noe helt annet") is None
    assert checked == ["$argon2id$"] * 4
