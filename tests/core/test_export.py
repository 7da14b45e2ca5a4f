"""Answers as files, read back by others: Python's csv module and the icalendar package."""

import csv
import io
import json
import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Any

import pytest
from icalendar import Calendar

from calculators import CALCULATORS, browser, run
from calculators.core.answers import (
    CALL_COUNSELOR,
    Answer,
    Calculator,
    Column,
    Figure,
    Lead,
    Reply,
    Table,
    reply_to,
)
from calculators.core.files import REMINDERS, as_csv, as_ics, as_text, file_of, files_of
from calculators.core.files.file import BYTE_ORDER_MARK
from calculators.core.forms import DATE, MONEY, MONTHS, RATE, TEXT, Date, Field, boxes
from calculators.core.forms.kinds.choices import YES_NO
from calculators.core.pages import answer
from calculators.identity import IDENTITY

SURE = {
    "loan_kind": "closed_end",
    "main_home": "yes",
    "small_servicer": "no",
    "already_reviewed": "no",
    "another_lender_foreclosing": "no",
}
SALE = {
    **SURE,
    "oldest_unpaid_due_date": "9/1/2026",
    "sale_date": "3/1/2027",
    "sale_by": "second",
}
FIRST = Lead("It is a day.", "1 day", CALL_COUNSELOR)
TIMELINE = CALCULATORS["timeline"]
LOAN = {"balance": "52000", "annual_rate": "9.25", "months_left": "180"}


@dataclass(frozen=True)
class Inputs:
    day: Annotated[Date, Field("A day")]


def with_table(*rows: tuple[Any, ...]) -> tuple[Calculator, Reply]:
    """A calculator of one date and one table, and its reply."""
    columns = (
        Column("who", "=Who", TEXT),
        Column("what", "What, exactly", MONEY, if_none="nothing"),
        Column("rate", "Rate", RATE),
        Column("months", "Lasts", MONTHS),
        Column("day", "Day", DATE),
        Column("keeps", "Kept", YES_NO),
    )
    calculator = Calculator(
        slug="made_up",
        title="Made up",
        question="Which day?",
        inputs=Inputs,
        calculate=lambda inputs: Answer({}, {}, (), FIRST),
        figures=(Figure("day_off", "Day; off, really", DATE, meaning="One\\two"),),
        tables=(Table("rows", "Rows", columns),),
    )
    day = date(2026, 12, 31)
    answer = Answer(figures={"day_off": day}, tables={"rows": rows}, steps=(), lead=FIRST)
    return calculator, reply_to(calculator, Inputs(day), answer)


def read_csv(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def table_of(text: str) -> list[list[str]]:
    """The lines under what was asked: the first empty one parts them."""
    lines = read_csv(text.removeprefix(BYTE_ORDER_MARK))
    return lines[[any(line) for line in lines].index(False) + 1 :]


def events(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def example(slug: str) -> Reply:
    return run(slug, {box.name: box.example for box in boxes(CALCULATORS[slug].inputs)})


def test_a_schedule_for_a_spreadsheet() -> None:
    text = as_csv(CALCULATORS["payment"], run("payment", LOAN), "schedule")
    header, *rows = table_of(text)
    assert header == ["Month", "Payment", "Interest", "Principal", "Still owed"]
    assert rows[0] == ["1", "535.18", "400.83", "134.35", "51865.65"]
    assert len(rows) == 180
    assert rows[-1][-1] == "0.00"
    assert text.count("\r\n") == text.count("\n") == len(read_csv(text))


def test_what_was_asked_stands_on_top() -> None:
    """A file is found again after months: it says what it answers, of which day, for what."""
    reply = run("payment", LOAN)
    text = as_csv(CALCULATORS["payment"], reply, "schedule", "2026-11-26")
    top = read_csv(text)[: len(read_csv(text)) - len(table_of(text)) - 1]
    assert top[0][:2] == [f"{IDENTITY.name}: Payment calculator", "Month by month"]
    assert top[1][:2] == ["Question", CALCULATORS["payment"].question]
    assert top[2][:2] == ["Saved on", "2026-11-26"]
    assert ["What you owe on your second mortgage", "52000.00", "", "", ""] in top
    assert ["Its interest rate (% a year)", "9.250", "", "", ""] in top
    assert ["Months left to pay on it (months)", "180", "", "", ""] in top
    # A spreadsheet's sums need bare numbers, and every line as many cells as the others.
    assert {len(line) for line in read_csv(text)} == {5}
    assert "Saved on" not in as_csv(CALCULATORS["payment"], reply, "schedule")


def test_each_kind_of_cell() -> None:
    day = date(2026, 5, 2)
    calculator, reply = with_table(
        ('say "hi",\nthen', Decimal("-43.07"), Decimal("9.25"), 24, day, True),
        ("−5, a sentence", None, Decimal(0), 1, day, False),
        ("=1+1", Decimal("1234567"), Decimal(1), 1, day, True),
        ("+1", Decimal(0), Decimal(1), 1, day, True),
        ("-1", Decimal(0), Decimal(1), 1, day, True),
        ("@SUM(A1)", Decimal(0), Decimal(1), 1, day, True),
    )
    header, *rows = table_of(as_csv(calculator, reply, "rows"))
    assert header == [
        "'=Who", "What, exactly", "Rate (% a year)", "Lasts (months)", "Day", "Kept",
    ]  # fmt: skip
    # A negative amount stays a number; only words are kept from being a formula.
    assert rows[0] == ['say "hi",\nthen', "-43.07", "9.250", "24", "2026-05-02", "Yes"]
    assert rows[1][:2] == ["−5, a sentence", "nothing"]
    assert [row[0] for row in rows[2:]] == ["'=1+1", "'+1", "'-1", "'@SUM(A1)"]
    assert rows[2][1] == "1234567.00"


@pytest.mark.parametrize("slug", CALCULATORS)
def test_every_table_can_be_saved(slug: str) -> None:
    calculator, reply = CALCULATORS[slug], example(slug)
    # The page asks with the inputs of the answer that stands there.
    assert run(slug, reply["inputs"]) == reply
    # A table that explains another stands within it.
    within = {table.explained_by for table in calculator.tables}
    filled = [
        table
        for table in calculator.tables
        if reply["tables"][table.key]["rows"] and table.key not in within
    ]
    keys = [key for key in files_of(calculator, reply) if key.endswith(".csv")]
    assert keys == [f"{table.key}.csv" for table in filled]
    for table in filled:
        day = "2026-11-26"
        made = json.loads(browser.save(slug, json.dumps(reply["inputs"]), f"{table.key}.csv", day))
        assert f"Saved on,{day}," in made["text"]
        rows = table_of(made["text"])
        assert len(rows) == 1 + len(reply["tables"][table.key]["rows"])
        assert {len(row) for row in rows} == {len(table.columns)}
        # Without the mark Excel garbles a curly apostrophe; plain figures do not need it.
        assert made["text"].startswith(BYTE_ORDER_MARK) is not made["text"].isascii()
        assert made["media_type"].startswith("text/csv")


def test_names_of_files() -> None:
    made = file_of(CALCULATORS["payment"], run("payment", LOAN), "schedule.csv")
    assert made.name == "second-mortgage-payment-schedule.csv"
    assert file_of(CALCULATORS["catch_up"], example("catch_up"), "plan.csv").name == (
        "second-mortgage-catch-up-plan.csv"
    )
    dates = file_of(TIMELINE, run("timeline", SALE), "dates.ics")
    assert dates.name == "second-mortgage-timeline-dates.ics"
    assert dates.media_type.startswith("text/calendar")


def test_the_dates_for_a_calendar() -> None:
    reply = run("timeline", SALE)
    by_day = {event["DTSTART"].dt: event for event in events(as_ics(TIMELINE, reply))}
    expected = [*reply["figures"].values(), "2027-03-01"]
    assert sorted(day.isoformat() for day in by_day) == sorted(expected)
    assert by_day[date(2027, 3, 1)]["SUMMARY"] == "The foreclosure sale"
    for day, event in by_day.items():
        assert type(day) is date, "an all-day event"
        assert event["DTEND"].dt - day == timedelta(1)
        assert "An estimate, not legal advice" in event["DESCRIPTION"]
    appeal = by_day[date(2026, 12, 1)]
    assert "complete application to arrive" in appeal["SUMMARY"]
    assert "only with the servicer whose sale it is" in appeal["DESCRIPTION"]
    contact = by_day[date(2026, 10, 7)]
    assert "The servicer’s duty" in contact["SUMMARY"]
    assert "servicer’s to keep, not yours" in contact["DESCRIPTION"]


def test_only_the_readers_own_dates_ring() -> None:
    reply = run("timeline", SALE)
    for event in events(as_ics(TIMELINE, reply)):
        alarms = event.walk("VALARM")
        is_own = "apply_by" in event["UID"]
        assert bool(alarms) is is_own, event["UID"]
        for alarm in alarms:
            assert alarm["ACTION"] == "DISPLAY"
            assert timedelta(-30) < alarm["TRIGGER"].dt < timedelta(0)
    late = run("timeline", {**SALE, "today": "2027-01-20"})
    told = [str(event["DESCRIPTION"]) for event in events(as_ics(TIMELINE, late))]
    gone = [text for text in told if "has gone by" in text]
    assert gone and not any("yours to meet" in text or "to keep, not" in text for text in gone)
    ringing = [event["UID"] for event in events(as_ics(TIMELINE, late)) if event.walk("VALARM")]
    assert [uid.split("-")[1] for uid in ringing] == ["apply_by_for_full_review"]


def test_a_calendars_ids_tell_loans_apart_and_hold_no_figure() -> None:
    """Two clients of one counselor with a sale on the same day are two, and stay two."""

    def ids(**changed: str) -> set[str]:
        return {event["UID"] for event in events(as_ics(TIMELINE, run("timeline", SALE | changed)))}

    loans = [ids(), ids(oldest_unpaid_due_date="8/1/2026"), ids(already_reviewed="not_sure")]
    assert len(set().union(*loans)) == sum(map(len, loans)) == 21
    # Asked again another day, it is the same loan.
    assert ids(today="2026-11-26") == ids(today="2026-11-27") == ids()
    for uid in set().union(*loans):
        assert re.fullmatch(rf"[a-z_-]+-[0-9a-f]{{32}}@{IDENTITY.slug}", uid)


def test_a_calendar_file_is_well_formed_and_always_the_same() -> None:
    text = as_ics(TIMELINE, run("timeline", SALE))
    assert text == as_ics(TIMELINE, run("timeline", SALE))
    assert text.endswith("END:VCALENDAR\r\n")
    assert text.count("\r\n") == text.count("\n")
    for line in text.encode().split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    calendar = Calendar.from_ical(text)
    assert calendar["VERSION"] == "2.0" and "PRODID" in calendar
    ids = [event["UID"] for event in events(text)]
    assert len(set(ids)) == len(ids) == 7
    days = {event["DTSTAMP"].dt.date() for event in events(text)}
    assert days == {date(2026, 10, 7)}
    # A sale that moved brings events of its own: calendars keep the day of one they know.
    moved = as_ics(TIMELINE, run("timeline", {**SALE, "sale_date": "4/1/2027"}))
    assert not set(ids) & {event["UID"] for event in events(moved)}


def test_an_answer_without_dates_makes_no_calendar() -> None:
    heloc = {**SALE, "loan_kind": "heloc"}
    (sale,) = events(as_ics(TIMELINE, run("timeline", heloc)))
    assert sale["SUMMARY"] == "The foreclosure sale", "no rule reaches it, but a sale is a sale"
    reply = run("timeline", {**heloc, "sale_date": ""})
    assert as_ics(TIMELINE, reply) == ""
    assert list(files_of(TIMELINE, reply)) == ["dates.csv"]
    assert as_ics(CALCULATORS["payment"], run("payment", LOAN)) == ""


def test_a_reader_is_told_that_a_calendar_may_drop_the_reminders() -> None:
    html = answer(TIMELINE, run("timeline", SALE))
    assert REMINDERS in html.split('data-file="dates.ics"')[1]
    assert REMINDERS not in answer(CALCULATORS["payment"], run("payment", LOAN))


def test_a_copied_table_is_a_table() -> None:
    """As a browser copies one: a spreadsheet and a word processor read it back as cells."""
    calculator, reply = CALCULATORS["compare"], example("compare")
    lines = as_text(calculator, reply).splitlines()
    rows = [line.split("\t") for line in lines if "\t" in line]
    header = next(row for row in rows if row[0] == "Choice")
    at = rows.index(header)
    options = rows[at + 1 : at + 1 + len(reply["tables"]["options"]["rows"])]
    assert {len(row) for row in options} == {len(header)}
    assert [row[0] for row in options][:2] == ["As it is", "Repayment plan"]
    # Every figure of the table stands in it, and not by itself as well.
    labels = {figure.label for figure in calculator.figures if "__" in figure.key}
    assert labels and not [line for line in lines if line.split(": ")[0] in labels]


def test_any_calculator_with_a_date_can_make_a_calendar() -> None:
    calculator, reply = with_table()
    (event,) = events(as_ics(calculator, reply))
    assert event["SUMMARY"] == "Day; off, really"
    assert event["DESCRIPTION"].startswith("One\\two\nIf a day")
    assert event["DTEND"].dt == date(2027, 1, 1)
    assert not event.walk("VALARM")
    assert list(files_of(calculator, reply)) == ["dates.ics"]
