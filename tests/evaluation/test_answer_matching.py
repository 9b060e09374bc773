import pytest

from radsassistent.evaluation.matching import contains, missing, present, word_count


@pytest.mark.parametrize("written", ["1 168", "1168", "1.168", "1\u00a0168", "1\u2009168", "1\u202f168"])
def test_a_thousand_is_the_same_number_however_it_is_grouped(written: str) -> None:
    assert contains(f"Summen er {written} mill. kr i 2030.", "1168")
    assert contains("Summen er 1168 mill. kr i 2030.", written)


@pytest.mark.parametrize("written", ["23,3", "23.3", "23,30"])
def test_decimal_comma_and_point_are_the_same(written: str) -> None:
    assert contains(f"Veksten er {written} mill.", "23,3")


@pytest.mark.parametrize("text", ["168", "16,5", "16.5", "1 016", "116", "2016", "5/16", "16/26", "16:30"])
def test_a_number_is_not_found_in_a_part_of_another(text: str) -> None:
    assert not contains(f"Det er {text} i tabellen", "16")


@pytest.mark.parametrize("text", ["16", "16.", "(16)", "16%", "16 %", "16,", "kr 16", "16mnok", "«16»", "16,0"])
def test_a_whole_number_is_found_whatever_surrounds_it(text: str) -> None:
    assert contains(f"Svaret er {text} der", "16")


def test_a_comma_and_a_space_separate_two_numbers() -> None:
    assert contains("377, 408, 409", "408")
    assert not contains("377, 408, 409", "377408")


def test_a_minus_belongs_to_a_number_only_where_nothing_stands_before_it() -> None:
    assert contains("Endringen er \u221217,0 mill.", "-17")
    assert not contains("Endringen er -17", "17")
    assert contains("2025\u20132027", "2027")
    assert contains("ICD-11", "11")


@pytest.mark.parametrize("written", ["10:15", "10.15", "kl. 10.15"])
def test_a_time_is_found_with_a_colon_and_with_a_full_stop(written: str) -> None:
    assert contains(f"Saken starter {written}.", "10:15")


def test_a_full_hour_is_not_the_number_of_the_hour() -> None:
    assert not contains("Sak 1 starter 10:00.", "10")


def test_a_case_number_is_one_term() -> None:
    assert contains("Se sak 05/26.", "5/26")
    assert not contains("Se sak 15/26.", "5/26")
    assert not contains("Se sak 5/26.", "5")
    assert not contains("Se sak 5/26.", "26")
    assert contains("Se sak 5/26.", "5/2026")
    assert contains("Se sak 05/2026.", "5/26")
    assert not contains("Se sak 5/2026.", "5/2025")


def test_words_are_found_whole_and_in_any_letter_case() -> None:
    assert contains("Det er et FORSLAG til vedtak.", "forslag")
    assert not contains("Det er et vedtaksforslag.", "forslag")
    assert not contains("Forslagene er mange.", "forslag")


def test_dashes_soft_hyphens_and_line_breaks_do_not_hide_a_name() -> None:
    assert contains("Harald Sundt\u2011Ohlsen", "Sundt-Ohlsen")
    assert contains("Rita\n  Mid\u00adthaug (NHN)", "rita midthaug")


def test_letters_written_with_combining_marks_are_the_same() -> None:
    assert contains("Porteføljera\u030adet", "Porteføljerådet")


def test_the_words_of_an_alternative_must_stand_together() -> None:
    assert contains("Møtet er 13.mai.", "13. mai")
    assert not contains("13 søknader kom i mai.", "13. mai")


def test_percent_may_be_written_as_a_word() -> None:
    assert contains("11 prosent av kommunene", "11 %")
    assert not contains("ICD-11 innføres", "11 %")


def test_every_group_is_needed_and_one_alternative_satisfies_it() -> None:
    groups = [["128"], ["107", "hundreogsju"]]
    assert missing("128 på det ene og 107 på det andre", groups) == []
    assert missing("128 søknader", groups) == [["107", "hundreogsju"]]


def test_present_lists_what_stands_there() -> None:
    assert present("Det er vedtatt.", ["er vedtatt", "ble vedtatt"]) == ["er vedtatt"]


def test_words_are_counted_by_white_space() -> None:
    assert word_count("Neste møte er 13. mai.") == 5
    assert word_count("") == 0
