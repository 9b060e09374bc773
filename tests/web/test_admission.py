"""What is served to whom: nothing that others could reach without a way of knowing who they are."""

from __future__ import annotations

import pytest
from argon2 import PasswordHasher

from radsassistent.errors import UsageError
from radsassistent.settings import Settings, settings
from radsassistent.web.access import LogIn, OwnMachine, ProxyLogIn
from radsassistent.web.admission import OpenToEveryoneError, admission
from radsassistent.web.proxies import Proxies
from radsassistent.web.users import User, Users, users_of

GOOD = "tre tilfeldige ord"


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "LOCALHOST", "127.0.0.2"])
def test_this_machine_alone_needs_no_log_in(tmp_path, host):
    assert isinstance(admission(Settings(archive=tmp_path), host), OwnMachine)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.2", "raad.example", "localhost.example", ""])
def test_any_other_address_needs_one_of_the_two_ways_and_names_them(tmp_path, host):
    with pytest.raises(OpenToEveryoneError, match=r"radsassistent user add NAVN.*proxy_header"):
        admission(Settings(archive=tmp_path), host)


def test_a_user_who_has_no_password_is_not_enough(tmp_path):
    users_of(Settings(archive=tmp_path)).put(User("kari"))
    with pytest.raises(OpenToEveryoneError):
        admission(Settings(archive=tmp_path), "0.0.0.0")


@pytest.mark.parametrize("host", ["0.0.0.0", "127.0.0.1"])
def test_once_there_are_users_they_log_in_everywhere(tmp_path, host):
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    Users(tmp_path / "users.toml", quick).put(User("kari"), GOOD)
    assert isinstance(admission(Settings(archive=tmp_path), host), LogIn)


def test_a_file_of_users_that_is_named_and_missing_is_not_taken_for_no_log_in(tmp_path):
    with pytest.raises(OpenToEveryoneError):
        admission(Settings(archive=tmp_path, users_file=tmp_path / "borte.toml"), "127.0.0.1")


def test_a_proxy_header_needs_the_proxy_s_address(tmp_path):
    with pytest.raises(UsageError, match="proxy_addresses"):
        admission(Settings(archive=tmp_path, proxy_header="X-User"), "0.0.0.0")
    given = Settings(archive=tmp_path, proxy_header="X-User", proxy_addresses="10.0.0.1")
    assert isinstance(admission(given, "127.0.0.1"), ProxyLogIn)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("PROXY_ADDRESSES", "ikke en adresse"),
        ("PROXY_HEADER", "X User"),
        ("PROXY_ROLE", "konge"),
        ("SESSION_HOURS", "0"),
    ],
)
def test_settings_that_cannot_be_used_are_named(tmp_path, monkeypatch, variable, value):
    monkeypatch.setenv("RADSASSISTENT_PROXY_HEADER", "X-User")
    monkeypatch.setenv(f"RADSASSISTENT_{variable}", value)
    with pytest.raises(UsageError, match=variable.lower()):
        admission(settings(archive=tmp_path, proxy_addresses=None), "0.0.0.0")


def test_proxies_are_given_with_commas_or_as_a_list():
    for given in ("10.0.0.0/8, ::1", ["10.0.0.0/8", "::1"]):
        proxies = Proxies(Settings(proxy_addresses=given).proxy_addresses)
        assert all(proxies.trust(peer) for peer in ("10.1.2.3", "::1", "::ffff:10.0.0.1"))
        assert not any(proxies.trust(peer) for peer in ("11.0.0.1", "127.0.0.1", "", "10.0.0.1.example"))


def request_from(peer, **headers):
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return {"type": "http", "client": (peer, 1), "scheme": "http", "headers": raw, "state": {}}


def test_the_reader_s_address_is_what_the_outermost_trusted_proxy_saw():
    proxies = Proxies(["10.0.0.0/8"])
    told = request_from("10.0.0.1", x_forwarded_for="198.51.100.9, 203.0.113.5, 10.0.0.2")
    assert proxies.settled(told)["state"]["address"] == "203.0.113.5"
    assert proxies.settled(request_from("203.0.113.5", x_forwarded_for="10.0.0.1"))["state"]["address"] == "203.0.113.5"


def test_what_a_stranger_says_of_the_request_is_taken_away():
    told = request_from(
        "203.0.113.5",
        host="raad.example",
        x_forwarded_host="ond.example",
        x_forwarded_proto="https",
        x_gradio_server="http://ond.example",
        x_user="kari",
    )
    settled = Proxies(["10.0.0.1"], "X-User").settled(told)
    assert settled["headers"] == [(b"host", b"raad.example")]
    assert settled["scheme"] == "http"
