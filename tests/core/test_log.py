"""The log: read as it was written, in order, counted from a day that is told, safe elsewhere."""

import csv
import io
import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators.browser import check, respond, sheet
from calculators.core.forms import boxes
from calculators.log import PREFIX, SLUG, Inputs, entries_of, entry_reply, file_of, make, next_dates
from calculators.plan import make as make_plan

TODAY = "2026-11-26"


def held(**entries: dict[str, str]) -> dict[str, str]:
    return {f"{PREFIX}{key}": json.dumps(entry) for key, entry in entries.items()}


CALLS = held(
    e1={"day": "2026-11-20", "company": "Acme", "next": "They call back", "next_by": "2026-11-24"},
    e2={"day": "2026-11-25", "how": "letter", "said": "One\nTwo", "next_by": "2026-12-05"},
    e3={"day": "2026-11-25", "person": "Ann", "next": "I call.", "next_by": "2026-11-27"},
    e4={"day": "2026-10-01", "next": "Sent", "next_by": "2026-10-02", "done": "yes"},
)


def asked(name: str, figures: dict[str, str], file: str = "") -> dict[str, object]:
    question = {"sheet": name, "figures": figures, "today": TODAY, "base": "../", "file": file}
    return dict(json.loads(sheet(json.dumps(question))))


def test_newest_first_and_the_last_written_first_of_a_day() -> None:
    assert [each.key for each in entries_of(CALLS)] == [f"entry:e{n}" for n in (3, 2, 1, 4)]


def test_what_comes_next_is_counted_from_the_readers_own_day() -> None:
    dates = make(CALLS, TODAY)["dates"]
    assert [(each["text"], each["left"], each["gone"]) for each in dates] == [
        ("Tuesday, November 24, 2026", "Gone by: 2 days ago.", True),
        ("Friday, November 27, 2026", "Tomorrow.", False),
        ("Saturday, December 5, 2026", "In 9 days.", False),
    ]
    assert [each["left"] for each in make(CALLS, "2026-11-27")["dates"]][1] == "Today."
    assert [each["left"] for each in make(CALLS)["dates"]] == ["", "", ""]
    assert make(CALLS, "tomorrow")["errors"][0]["field"] == "today"


def test_each_box_of_an_entry_comes_back_as_it_was_written() -> None:
    typed = {
        "day": "11/20/2026",
        "hour": "2:15 pm",
        "how": "letter",
        "company": "Acme Servicing",
        "person": "Ann, ID 77",
        "number": "7019 0140 0000 1234",
        "said": "Two papers are missing.",
        "they_promised": "A list by mail",
        "you_promised": "The pay stubs",
        "next": "The list arrives",
        "next_by": "12/1/2026",
        "done": "yes",
    }
    assert typed.keys() == {box.name for box in boxes(Inputs)}
    kept = entry_reply(typed)["inputs"]
    figures = held(e1=kept)
    assert entry_reply(kept)["inputs"] == kept
    days = {"day": "Friday, November 20, 2026", "next_by": "Tuesday, December 1, 2026"}
    shown = typed | days | {"how": "Letter", "done": "Done."}
    (row,) = make(figures, TODAY)["entries"]
    assert {name: row[name] for name in typed} == shown
    html = str(asked("log", figures)["html"])
    assert not [text for text in shown.values() if text not in html]
    lines = list(csv.reader(io.StringIO(file_of(figures, "log.csv", TODAY).text)))
    files = {"day": "2026-11-20", "next_by": "2026-12-01", "how": "Letter", "done": "Yes"}
    assert lines[-1] == list((typed | files).values())


def test_what_is_done_is_waited_for_no_more() -> None:
    assert "entry:e4" not in {each.entry.key for each in next_dates(CALLS)}
    row = next(each for each in make(CALLS, TODAY)["entries"] if each["key"] == "entry:e4")
    assert (row["done"], row["left"]) == ("Done.", "")


def test_the_plan_has_the_days_to_come_and_not_those_gone_by() -> None:
    plan = make_plan({"happening": "missed"}, CALLS, TODAY)
    assert [(each["what"], each["left"]) for each in plan["dates"]] == [
        ("I call", "Tomorrow."),
        ("What was agreed", "In 9 days."),
    ]
    assert plan["dates"][0]["why"] == "From your log: call, Ann, Wednesday, November 25, 2026."


def test_an_old_loan_has_its_own_promises_and_no_other_day() -> None:
    figures = {**CALLS, "oldest_unpaid_due_date": "2026-11-01"}
    plan = make_plan({"happening": "old"}, figures, TODAY)
    assert {each["what"] for each in plan["dates"]} == {"I call", "What was agreed"}


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"day": TODAY}, "said"),
        ({"day": TODAY, "hour": "noon"}, "said"),
        ({"day": "soon", "said": "Hello"}, "day"),
        ({"day": TODAY, "said": "Hello", "next_by": "31/12/2026"}, "next_by"),
        ({"said": "Hello"}, "day"),
        ({"day": TODAY, "said": "x" * 2001}, "said"),
    ],
)
def test_what_is_no_entry_is_refused_at_its_box(answers: dict[str, str], field: str) -> None:
    assert [each["field"] for each in entry_reply(answers)["errors"]] == [field]


def test_the_worker_reads_an_entry_and_checks_a_box() -> None:
    reply = json.loads(respond(SLUG, json.dumps({"answers": {"day": "Nov 5, 2026", "said": "Hi"}})))
    assert reply["reply"]["inputs"]["day"] == "2026-11-05"
    assert check(SLUG, "next_by", "9,25") and not check(SLUG, "next_by", "12/1/2026")


def test_what_cannot_be_read_is_shown_as_it_was_written() -> None:
    odd = held(
        a={"day": "2026-11-01", "how": "pigeon", "person": "Bo\x07b", "next_by": "later"},
        b={"said": "no day"},
    )
    odd[f"{PREFIX}c"] = "no JSON"
    odd[f"{PREFIX}d"] = '["a list"]'
    (entry,) = make(odd, TODAY)["entries"]
    assert (entry["how"], entry["person"], entry["next_by"]) == ("Something else", "Bo b", "")


def test_a_reader_s_words_are_never_markup() -> None:
    hostile = '<img src=x onerror=alert(1)>"'
    texts = dict.fromkeys(
        ("hour", "company", "person", "number", "said", "they_promised", "you_promised", "next"),
        hostile,
    )
    figures = held(e1={"day": TODAY, "next_by": TODAY, **texts}) | {"your_name": hostile}
    html = str(asked("log", figures)["html"])
    assert "&lt;img" in html and "<img" not in html and '>"' not in html


def test_nothing_held_is_the_blank_sheet() -> None:
    assert asked("log", {"your_name": "Ann"})["html"] == ""


def test_no_cell_of_the_table_is_a_formula() -> None:
    signs = ("=1+1", "+1", "-1", "@x", "\t=1")
    for sign in signs:
        figures = held(e1={"day": TODAY, "company": sign, "said": sign, "next": sign})
        made = file_of(figures, "log.csv", TODAY)
        rows = list(csv.reader(io.StringIO(made.text)))
        assert not [cell for line in rows for cell in line if cell.startswith(tuple("=+-@\t\r"))]
        assert len({len(line) for line in rows}) == 1
        assert made.name == "second-mortgage-log.csv"


def test_the_table_says_what_was_written() -> None:
    rows = list(csv.reader(io.StringIO(file_of(CALLS, "log.csv", TODAY).text.lstrip("\ufeff"))))
    # Over the table stand what it is, the day, and an empty line.
    lines = [dict(zip(rows[3], line, strict=True)) for line in rows[4:]]
    assert [line["Day"] for line in lines] == [
        "2026-11-25",
        "2026-11-25",
        "2026-11-20",
        "2026-10-01",
    ]
    assert lines[1]["What was said or sent"] == "One\nTwo"
    assert (lines[2]["By which day"], lines[2]["Is that done?"]) == ("2026-11-24", "No")


def test_the_calendar_has_the_days_to_come_and_no_name_in_an_id() -> None:
    made = file_of(CALLS, "log.ics", TODAY)
    lines = made.text.replace("\r\n ", "").split("\r\n")
    assert [line for line in lines if line.startswith("DTSTART")] == [
        "DTSTART;VALUE=DATE:20261127",
        "DTSTART;VALUE=DATE:20261205",
    ]
    assert "SUMMARY:I call" in lines
    assert not [
        line for line in lines if line.startswith("UID") and ("Ann" in line or "call" in line)
    ]
    assert made.name == "second-mortgage-log.ics"
    assert file_of(held(), "log.ics", TODAY).text == ""


def test_the_worker_makes_a_file() -> None:
    made = file_of(CALLS, "log.csv", TODAY)
    assert asked("log", CALLS, "log.csv") == {
        "name": made.name,
        "media_type": made.media_type,
        "text": made.text,
    }


TEXT = st.text(max_size=60)
ENTRIES = st.dictionaries(
    st.from_regex(r"entry:[a-z]\w{0,5}", fullmatch=True),
    st.one_of(
        TEXT,
        st.dictionaries(
            st.sampled_from(["day", "hour", "how", "said", "next", "next_by", "done", "x"]), TEXT
        ).map(json.dumps),
        st.builds(
            lambda days, text: json.dumps(
                {"day": str(date(2026, 1, 1) + timedelta(days)), "said": text, "next_by": text}
            ),
            st.integers(0, 700),
            TEXT,
        ),
    ),
    max_size=6,
)


@given(ENTRIES)
def test_nothing_that_a_file_may_hold_breaks_the_log(figures: dict[str, str]) -> None:
    reply = make(figures, TODAY)
    assert reply["ok"]
    days = [each["iso"] for each in reply["entries"]]
    assert days == sorted(days, reverse=True)
    assert [each["day"] for each in reply["dates"]] == sorted(
        each["day"] for each in reply["dates"]
    )
    for key in ("log.csv", "log.ics", ""):
        asked("log", figures, key)
    make_plan({}, figures, TODAY)
