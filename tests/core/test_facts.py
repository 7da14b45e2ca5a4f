"""The facts files are read strictly: what is wrong is named, and stops the build."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from calculators.facts import FACTS, FactNotInForce, UnknownFact, fact
from calculators.facts.fact import FactError, add_months
from calculators.facts.loader import latest_check, load_folder

GOOD = """
[waiting_days]
says = "A servicer waits."
value = 120
unit = "days"
scope = ["closed-end"]
place = "US"
source = "12 CFR 1024.41(f)"
url = "https://www.example.org/"
basis = "primary"
since = 2014-01-10
checked = 2026-11-23
text_date = 2025-07-15
check_by = 2027-05-23
"""


def load(tmp_path: Path, text: str, second: str = "") -> Any:
    (tmp_path / "a.toml").write_text(text, encoding="utf-8")
    if second:
        (tmp_path / "b.toml").write_text(second, encoding="utf-8")
    return load_folder(tmp_path)


@pytest.mark.parametrize(
    ("find", "replace", "says"),
    [
        ("place =", "plaice =", "unknown key 'plaice'"),
        ("place =", 'spanish = "120 días"\nplace =', "'spanish' is for text"),
        ('place = "US"\n', "", "'place' is missing"),
        ("value = 120\n", "", "'value' is missing"),
        ("value = 120", 'value = "many"', "no value in days"),
        ("value = 120", "value = 1.5", "no value in days"),
        ("value = 120", "value = true", "no value in days"),
        ('unit = "days"', 'unit = "fortnights"', "unit must be one of"),
        ('unit = "days"', 'unit = "percent"', None),
        ('value = 120\nunit = "days"', 'value = "x"\nunit = "percent"', "no value in percent"),
        ('["closed-end"]', '["everyone"]', "scope must be of"),
        ('["closed-end"]', "[]", "'scope' is empty"),
        ('"primary"', '"hearsay"', "basis must be one of"),
        ('"A servicer waits."', '""', "'says' is empty"),
        ('"A servicer waits."', "3", "'says' must be a str"),
        ("https://www.example.org/", "www.example.org", "https://"),
        ("https://www.example.org/", "", "'url' is empty"),
        ("checked = 2026-11-23", "checked = 2026-11-23T10:00:00", "'checked' must be a date"),
        ("check_by = 2027-05-23", "check_by = 2026-11-23", "check_by must be after"),
        ("check_by = 2027-05-23", "check_by = 2027-05-24", "must not be after 2027-05-23"),
        ("text_date = 2025-07-15\n", "", "'text_date' is missing"),
        ("text_date = 2025-07-15", "text_date = 2026-11-24", "text_date is after checked"),
        ("text_date = 2025-07-15", 'text_date = "July 2025"', "text_date is a day"),
        ("text_date = 2025-07-15", 'text_date = "2025-13"', "text_date is a day"),
        ("text_date = 2025-07-15", 'text_date = "20250715"', "text_date is a day"),
        ("text_date = 2025-07-15", 'text_date = ""', "text_date is a day"),
        ("text_date = 2025-07-15", "text_date = 2025", "text_date is a day"),
        ("since = 2014-01-10", "since = 2026-12-01", "2026-12-01 passes before check_by"),
        ("since = 2014-01-10", "ended = 2026-11-28", "2026-11-28 passes before check_by"),
        (
            'value = 120\nunit = "days"',
            'value = 2026-11-28\nunit = "date"',
            "2026-11-28 passes before check_by",
        ),
        ("[waiting_days]", "waiting_days = 3\n[other]", "a fact is a"),
        ("[waiting_days]", "[waiting_days", "a.toml: "),
        ("since = 2014-01-10", "earlier = [{value = 90, since = 2010-01-01}]", "rising"),
        (
            "since = 2014-01-10",
            "since = 2014-01-10\nearlier = [{value = 90, since = 2015-01-01}]",
            "rising",
        ),
        ("since = 2014-01-10", "earlier = [{value = 90}]", "an earlier value is"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, find: str, replace: str, says: str | None) -> None:
    assert find in GOOD
    if says is None:
        assert load(tmp_path, GOOD.replace(find, replace))["waiting_days"].text == "120%"
        return
    with pytest.raises(FactError) as refused:
        load(tmp_path, GOOD.replace(find, replace))
    assert says in str(refused.value)


def test_a_duplicate_is_named(tmp_path: Path) -> None:
    with pytest.raises(FactError, match="another file"):
        load(tmp_path, GOOD, GOOD)


def test_a_value_by_its_date(tmp_path: Path) -> None:
    text = GOOD + "ended = 2030-01-01\nearlier = [{value = 90, since = 2010-01-01}]\n"
    known = load(tmp_path, text)["waiting_days"]
    assert known.on(date(2013, 12, 31)) == 90
    assert known.on(date(2014, 1, 10)) == 120
    assert known.number == 120
    with pytest.raises(FactNotInForce, match="waiting_days began on 2010-01-01"):
        known.on(date(2009, 12, 31))
    with pytest.raises(FactNotInForce, match="waiting_days ended on 2030-01-01"):
        known.on(date(2030, 1, 2))


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("120", "days", "120 days"),
        ("1", "business days", "1 business day"),
        ("2016-12-30", "date", "December 30, 2016"),
        ('"8.5"', "percent", "8.5%"),
        ("1380", "dollars", "$1,380"),
        ("5000", "count", "5,000"),
        ('"800-569-4287"', "phone", "800-569-4287"),
        ('"free"', "text", "free"),
        ('"0.5"', "points", "0.5 percentage points"),
    ],
)
def test_a_fact_in_a_sentence(tmp_path: Path, value: str, unit: str, text: str) -> None:
    written = GOOD.replace("value = 120", f"value = {value}").replace('"days"', f'"{unit}"')
    assert load(tmp_path, written)["waiting_days"].text == text


def test_only_whole_numbers_count_as_numbers(tmp_path: Path) -> None:
    written = GOOD.replace('value = 120\nunit = "days"', 'value = "8.5"\nunit = "percent"')
    known = load(tmp_path, written)["waiting_days"]
    assert known.value == Decimal("8.5")
    with pytest.raises(TypeError, match="waiting_days"):
        _ = known.number


def test_an_assumption_needs_no_address_and_no_text(tmp_path: Path) -> None:
    text = GOOD.replace("https://www.example.org/", "").replace('"primary"', '"assumption"')
    known = load(tmp_path, text.replace("text_date = 2025-07-15\n", ""))["waiting_days"]
    assert known.url == known.text_date == known.text_in_words == ""
    assert not known.has_old_text(date(2100, 1, 1))


@pytest.mark.parametrize(
    ("given", "words", "first"),
    [
        ("2025-07-15", "text of July 15, 2025", date(2025, 7, 15)),
        ('"2025-07-15"', "text of July 15, 2025", date(2025, 7, 15)),
        ('"2024-08"', "text of August 2024", date(2024, 8, 1)),
        ('"2011"', "text of 2011", date(2011, 1, 1)),
        ('"unknown"', "the text that we read has no date", None),
    ],
)
def test_the_date_of_a_text(tmp_path: Path, given: str, words: str, first: date | None) -> None:
    known = load(tmp_path, GOOD.replace("2025-07-15", given))["waiting_days"]
    assert known.text_in_words == words
    assert known.text_day == first


def test_a_text_grows_old(tmp_path: Path) -> None:
    known = load(tmp_path, GOOD)["waiting_days"]
    assert not known.has_old_text(date(2027, 1, 15))
    assert known.has_old_text(date(2027, 1, 16))
    undated = load(tmp_path, GOOD.replace("2025-07-15", '"unknown"'))["waiting_days"]
    assert undated.has_old_text(date(2026, 11, 23))
    over = load(tmp_path, GOOD + "ended = 2020-01-01\n")["waiting_days"]
    assert not over.has_old_text(date(2027, 1, 16))


@pytest.mark.parametrize(
    ("text_date", "more", "latest"),
    [
        ("2026-06-23", "", date(2027, 12, 23)),
        ("2025-07-15", "", date(2027, 5, 23)),
        ('"unknown"', "", date(2027, 5, 23)),
        ("2011-12-16", "ended = 2016-12-30\n", date(2028, 11, 23)),
    ],
)
def test_a_newer_text_gives_more_time(
    tmp_path: Path, text_date: str, more: str, latest: date
) -> None:
    known = load(tmp_path, GOOD.replace("2025-07-15", text_date) + more)["waiting_days"]
    assert latest_check(known) == latest


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 11, 23), 6, date(2027, 5, 23)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2024, 6, 30), 18, date(2025, 12, 30)),
    ],
)
def test_months_later(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


def test_unknown_fact() -> None:
    with pytest.raises(UnknownFact, match="'nosuch'"):
        fact("nosuch")


def test_every_fact_prints_and_is_dated() -> None:
    assert len(FACTS) > 100
    for known in FACTS.values():
        assert known.text
        assert known.checked < known.check_by <= latest_check(known)
        assert known.text_in_words or not known.url
