"""The command line, run as a person or a program runs it."""

import io
import json
import signal
import subprocess
import sys
from functools import partial
from typing import Any

import pytest

from calculators import CALCULATORS, run
from calculators.__main__ import main
from calculators.core.forms import boxes
from tests.conftest import ROOT

LOAN = ["--balance", "52000", "--annual-rate", "9.25", "--months-left", "180"]


def calculators(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "calculators", *arguments]
    return subprocess.run(command, cwd=ROOT, input=stdin, capture_output=True, text=True)


def test_listing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    shown = capsys.readouterr().out
    for slug, calculator in CALCULATORS.items():
        assert slug in shown
        assert calculator.question in shown


def test_a_table_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["payment", *LOAN]) == 0
    shown = capsys.readouterr().out
    assert "Monthly payment: $535.18" in shown
    assert "$51,865.65" in shown
    assert "our example" not in shown


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["payment", *LOAN, "--json"]) == 0
    reply = json.loads(capsys.readouterr().out)
    assert reply["figures"]["monthly_payment"] == "535.18"
    assert main(["payment", "--balance", "52000", "--json"]) == 2
    reply = json.loads(capsys.readouterr().out)
    assert [error["field"] for error in reply["errors"]] == ["annual_rate", "months_left"]


def test_refusals_are_readable(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["payment", "--balance", "-5"]) == 2
    assert "--balance: Write an amount of zero or more" in capsys.readouterr().err
    assert main(["payment", "--colour", "red"]) == 2
    assert "unrecognized arguments: --colour red" in capsys.readouterr().err
    assert main(["payment", "--balance", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["errors"][0]["field"] is None
    assert main(["nosuch"]) == 2
    assert "There are: payment" in capsys.readouterr().err
    assert main(["nosuch", "--json-lines"]) == 2
    assert json.loads(capsys.readouterr().out)["errors"][0]["field"] is None


@pytest.mark.parametrize("text", ["-5", "-$5", "-5%", "-inf", "-1e5", "-"])
def test_a_minus_sign_is_refused_at_its_field(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["payment", *LOAN, "--extra-monthly", text, "--json"]) == 2
    errors = json.loads(capsys.readouterr().out)["errors"]
    assert [error["field"] for error in errors] == ["extra_monthly"]


def test_a_yes_or_no_may_stand_alone(capsys: pytest.CaptureFixture[str]) -> None:
    new = ["--new-annual-rate", "7", "--new-months", "180", "--closing-costs", "3000"]
    assert main(["refinance", *LOAN, *new, "--finance-costs", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["inputs"]["finance_costs"] is True


@pytest.mark.parametrize("slug", CALCULATORS)
def test_help_comes_from_the_form(slug: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as leaving:
        main([slug, "--help"])
    assert leaving.value.code == 0
    shown = " ".join(capsys.readouterr().out.split())
    for box in boxes(CALCULATORS[slug].inputs):
        assert f"--{box.name.replace('_', '-')}" in shown
        assert box.words.label.split()[0] in shown


def test_json_lines() -> None:
    lines = [
        '{"balance": 52000, "annual_rate": 9.25, "months_left": 180}',
        "",
        "[1, 2]",
        "nonsense",
        "\N{REPLACEMENT CHARACTER}",
        "[" * 100_000,
        '{"balance": 1e5, "annual_rate": NaN, "months_left": true}',
        '{"balance": "52000", "annual_rate": "9.25", "months_left": "180", "colour": "\\ud800"}',
    ]
    done = calculators("payment", "--json-lines", stdin="\n".join(lines))
    assert done.returncode == 2
    assert done.stderr == ""
    replies: list[Any] = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(replies) == 7
    assert replies[0] == run("payment", json.loads(lines[0]))
    for reply in replies[1:5]:
        assert [error["field"] for error in reply["errors"]] == [None]
    assert [error["field"] for error in replies[5]["errors"]] == [
        "balance",
        "annual_rate",
        "months_left",
    ]
    assert replies[6]["errors"][0]["field"] == "colour"


def test_numbers_in_json_lines_stay_as_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = b'{"balance": 0.29, "annual_rate": 0, "months_left": 1}\n\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line)))
    assert main(["payment", "--json-lines"]) == 0
    assert json.loads(capsys.readouterr().out)["figures"]["total_paid"] == "0.29"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"{}\n")))
    assert main(["payment", "--json-lines"]) == 2


def test_a_reader_who_leaves_early_sees_no_traceback() -> None:
    questions = (json.dumps({"balance": 1, "annual_rate": 1, "months_left": 600}) + "\n") * 50
    command = f"{sys.executable} -m calculators payment --json-lines | head -c 1"
    done = subprocess.run(
        command, shell=True, cwd=ROOT, input=questions, capture_output=True, text=True
    )
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("streams", "code"),
    [
        (">/dev/full", 2),
        ("--json-lines <&-", 0),
        (">&-", 0),
        ("--help >/dev/full", 0),
        (">/dev/full 2>&1", 2),
    ],
)
def test_closed_and_full_streams_bring_no_traceback(streams: str, code: int) -> None:
    command = f"{sys.executable} -m calculators payment {' '.join(LOAN)} {streams}"
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") <= 1


def test_a_person_may_stop_it() -> None:
    command = [sys.executable, "-m", "calculators", "payment", "--json-lines"]
    pipe = subprocess.PIPE
    # Whoever runs these tests in the background may have had the signal ignored.
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdin=pipe, stdout=pipe, stderr=pipe, preexec_fn=heard
    ) as running:
        assert running.stdin and running.stdout and running.stderr
        print("{}", file=running.stdin, flush=True)
        assert json.loads(running.stdout.readline())["ok"] is False
        running.send_signal(signal.SIGINT)
        assert running.wait() == 2
        assert running.stderr.read() == ""


def test_a_list_of_sentences_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["timeline", "--loan-kind", "heloc", "--oldest-unpaid-due-date", "9/1/2026"]) == 0
    shown = capsys.readouterr().out
    assert "Date: No date\nWhen: No date\nWhat: Last day for a complete application" in shown
    assert main(["timeline"]) == 2
    assert "--loan-kind: Choose one of the answers." in capsys.readouterr().err


def test_only_what_has_tables_offers_one(capsys: pytest.CaptureFixture[str]) -> None:
    for slug, calculator in CALCULATORS.items():
        with pytest.raises(SystemExit):
            main([slug, "--help"])
        shown = capsys.readouterr().out
        assert ("--csv" in shown) == bool(calculator.tables), slug
        assert "{}" not in shown


def test_a_table_or_the_dates_as_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["payment", *LOAN, "--csv", "schedule"]) == 0
    assert "\r\nMonth,Payment,Interest,Principal,Still owed\r\n1," in capsys.readouterr().out
    sale = ["--oldest-unpaid-due-date", "9/1/2026", "--sale-date", "3/1/2027"]
    sure = ["--loan-kind", "closed_end", "--main-home", "yes", "--small-servicer", "no"]
    assert main(["timeline", *sure, *sale, "--sale-by", "second", "--ics"]) == 0
    assert capsys.readouterr().out.count("BEGIN:VEVENT\r\n") == 7
    assert main(["payment", *LOAN, "--csv", "nosuch"]) == 2
    assert "choose from" in capsys.readouterr().err
    assert main(["payment", "--csv", "schedule"]) == 2
    assert "--balance: Fill this in" in capsys.readouterr().err
