"""The facts files are read strictly: what is wrong is named, and stops the build."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from calculators.facts import FACTS, FactNotInForce, UnknownFact, fact
from calculators.facts.fact import FactError
from calculators.facts.loader import load_folder

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


def test_an_assumption_needs_no_address(tmp_path: Path) -> None:
    text = GOOD.replace("https://www.example.org/", "").replace('"primary"', '"assumption"')
    assert load(tmp_path, text)["waiting_days"].url == ""


def test_unknown_fact() -> None:
    with pytest.raises(UnknownFact, match="'nosuch'"):
        fact("nosuch")


def test_every_fact_prints_and_is_dated() -> None:
    assert len(FACTS) > 100
    for known in FACTS.values():
        assert known.text
        assert known.checked < known.check_by
