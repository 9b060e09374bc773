"""Guessing passwords is slowed down by name and by address, and people who slip are not."""

from __future__ import annotations

from radsassistent.web import throttle
from radsassistent.web.throttle import FREE_BY_ADDRESS, FREE_BY_NAME, LONGEST_WAIT, Throttle


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def test_a_few_slips_cost_nothing_and_further_ones_twice_as_much_each():
    clock = Clock()
    slowed = Throttle(clock)
    assert [slowed.attempt("kari", "a") for _ in range(FREE_BY_NAME)] == [0] * FREE_BY_NAME
    waits = []
    for _ in range(12):
        waits.append(slowed.attempt("kari", f"a{len(waits)}"))
        clock.now += waits[-1]
        assert slowed.attempt("kari", f"b{len(waits)}") == 0
    assert waits[:5] == [5, 10, 20, 40, 80]
    assert waits[-1] == LONGEST_WAIT


def test_trying_many_names_from_one_address_is_slowed_down_and_others_are_not():
    slowed = Throttle(Clock())
    for number in range(FREE_BY_ADDRESS):
        assert slowed.attempt(f"navn{number}", "192.0.2.1") == 0
    assert slowed.attempt("kari", "192.0.2.1") > 0
    assert slowed.attempt("kari", "192.0.2.2") == 0


def test_attempts_that_are_refused_do_not_lengthen_the_wait():
    clock = Clock()
    slowed = Throttle(clock)
    for _ in range(FREE_BY_NAME):
        slowed.attempt("kari", "a")
    assert {slowed.attempt("kari", "a") for _ in range(100)} == {5}
    clock.now += 5
    assert slowed.attempt("kari", "a") == 0


def test_a_right_password_forgets_the_slips_of_the_name_but_not_those_of_the_address():
    slowed = Throttle(Clock())
    for number in range(FREE_BY_ADDRESS - 1):
        slowed.attempt(f"navn{number}", "a")
    for _ in range(50):
        assert slowed.attempt("egen", "a") == 0
        slowed.succeeded("egen", "a")
    slowed.attempt("navn", "a")
    assert slowed.attempt("egen", "a") > 0


def test_attempts_are_forgotten_after_an_hour():
    clock = Clock()
    slowed = Throttle(clock)
    for _ in range(FREE_BY_NAME):
        slowed.attempt("kari", "a")
    clock.now += 3601
    assert [slowed.attempt("kari", "a") for _ in range(FREE_BY_NAME)] == [0] * FREE_BY_NAME


def test_what_is_remembered_is_bounded(monkeypatch):
    monkeypatch.setattr(throttle, "MOST_REMEMBERED", 10)
    slowed = Throttle(Clock())
    for number in range(100):
        slowed.attempt(f"navn{number}", f"a{number}")
    assert len(slowed._attempts) == 10
