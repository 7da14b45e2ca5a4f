"""What the browser's worker calls, and what the renderers make of a reply."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from calculators import CALCULATORS, browser, run
from calculators.compare.options import OPTION
from calculators.core.forms import boxes
from calculators.core.pages import NAME, answer, fact_link, folded_sources, section, source_list
from calculators.facts import fact
from calculators.log import SLUG

ROOT = Path(__file__).parent.parent.parent
LOAN = {"balance": "52000", "annual_rate": "9.25", "months_left": "180"}


def respond(slug: str, answers: dict[str, str]) -> dict[str, object]:
    question = json.dumps({"answers": answers})
    answered: dict[str, object] = json.loads(browser.respond(slug, question))
    return answered


def test_an_answer_and_a_refusal() -> None:
    answered = respond("payment", LOAN)
    assert answered["reply"] == run("payment", LOAN)
    assert 'data-figure="monthly_payment">$535.18<' in str(answered["html"])
    refused = respond("payment", {})
    assert refused["html"] == ""
    assert refused["reply"] == run("payment", {})


def test_a_box_is_checked_by_itself() -> None:
    assert browser.check("payment", "balance", " 52,000 ") == ""
    assert browser.check("payment", "balance", "  ") == ""
    assert "like 52,000" in browser.check("payment", "balance", "x")
    assert "600 months" in browser.check("payment", "months_left", "601")


def test_the_rehearsal_is_a_whole_answer() -> None:
    rehearsed = json.loads(browser.rehearse())
    assert rehearsed["reply"]["ok"] and "data-figure" in rehearsed["html"]


# Prints what of ours is loaded after an answer, and then after all that was not asked for.
LOADED = """import json, sys
from calculators import browser
browser.rehearse()
first = [name for name in sys.modules if name.startswith("calculators.")]
while browser.load():
    pass
# A module within takes the place of a function of its name.
assert all(callable(getattr(browser, name)) for name in browser.__all__)
print(json.dumps([first, [name for name in sys.modules if name.startswith("calculators.")]]))"""


def test_an_answer_waits_for_no_other_calculator_and_the_next_finds_all_there() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], cwd=ROOT, capture_output=True, check=True)
    first, later = json.loads(done.stdout)
    others = {*CALCULATORS, "letters", "log", "plan", "sheets", "papers"} - {"payment"}
    assert {name for name in first if name.split(".")[1] in others} == set()
    assert {name.split(".")[1] for name in later} >= others
    assert {f"calculators.browser.{name}" for name in browser.MODULES} <= {*later}


def test_forms_are_named_alike_everywhere() -> None:
    """To ask the rooms that say so would load them."""
    assert (browser.LETTER, browser.LOG) == (NAME, SLUG)


def test_there_is_no_calculator_of_another_name() -> None:
    with pytest.raises(KeyError):
        CALCULATORS["core"]
    assert "core" not in CALCULATORS and len(CALCULATORS) == len([*CALCULATORS])


def test_what_is_typed_is_escaped() -> None:
    html = str(respond("payment", LOAN)["html"])
    assert "<script" not in html
    refused = respond("payment", {"<b>": "<script>"})
    assert refused["html"] == ""


def test_an_answer_is_the_readers_or_the_example() -> None:
    """No third kind, whatever was typed: the examples' own figures make no example of an answer."""
    calculator = CALCULATORS["payment"]
    reply = run("payment", LOAN)
    example, own = answer(calculator, reply, is_example=True), answer(calculator, reply)
    assert "Our worked example" in example and "Our worked example" not in own
    assert "Your estimate" in own and "Your estimate" not in example
    assert "our example" not in (example + own).replace("Our worked example", "")


def test_the_example_stands_beside_its_box_and_not_in_it() -> None:
    for slug, calculator in CALCULATORS.items():
        example = run(slug, {box.name: box.example for box in boxes(calculator.inputs)})
        form = section(calculator, "here", example).split("calc-result")[0]
        assert ' value="' not in re.sub(r"<option.*?</option>", "", form), slug
        for box in boxes(calculator.inputs):
            if box.words.hidden:
                continue
            field = form.split(f'id="here-{box.name}"')[1].split("</div>")[0]
            chosen = re.findall(r'<option value="(\w*)" selected', field)
            assert chosen == ([box.default_text] if box.kind.choices else [])
            if box.words.example and not box.kind.choices:
                assert f"Example: {box.words.example}" in field


def test_a_figure_that_travels_says_its_value() -> None:
    """Only while there is something to pay with."""
    given = {box.name: box.example for box in boxes(CALCULATORS["budget"].inputs)}
    assert 'data-travels="' in str(respond("budget", given)["html"])
    assert 'data-travels=""' in str(respond("budget", given | {"food": "9,000"})["html"])


def test_a_figure_that_does_not_apply_is_left_off_or_explained() -> None:
    html = str(respond("payment", LOAN)["html"])
    assert "balloon_payment" not in html
    never = {**LOAN, "new_annual_rate": "15", "new_months": "180", "closing_costs": "3000"}
    answered = respond("refinance", never)
    assert "Never: the payments you save" in str(answered["html"])
    assert "Never: the payments you save" in str(answered["html"]).split("data-copy=")[1]


def test_nothing_owed_is_no_error() -> None:
    html = str(respond("payment", {**LOAN, "balance": "0"})["html"])
    assert "nothing is owed" in html
    assert "<table data-table" not in html


def test_what_an_answer_rests_on_stands_under_a_heading() -> None:
    reply = run("payment", LOAN)
    html = answer(CALCULATORS["payment"], reply)
    heading = "<summary>What it counts and leaves out</summary>"
    assert f'{heading}<p class="calc-note calc-info">This counts principal and interest' in html
    assert heading not in answer(CALCULATORS["payment"], reply | {"notes": []})


def test_the_form_and_its_worked_example() -> None:
    for slug, calculator in CALCULATORS.items():
        example = run(slug, {box.name: box.example for box in boxes(calculator.inputs)})
        html = section(calculator, "here", example)
        for box in boxes(calculator.inputs):
            assert f'id="here-{box.name}" name="{box.name}"' in html
        assert html.count("<details") == html.count("</details>")
        assert html.count("<fieldset") == html.count("</fieldset>")
        assert "calc-download" not in html
        assert "needs about 2.4 MB from" in section(calculator, "here", example, "2.4 MB")
    sources = source_list([fact("hud_counselor_phone"), fact("first_filing_days")])
    assert 'id="source-first_filing_days"' in sources


def test_the_sources_of_a_page_are_closed_and_numbered() -> None:
    assert folded_sources([]) == ""
    html = folded_sources([fact("hud_counselor_phone"), fact("first_filing_days")])
    assert html.startswith("<details") and "<details open" not in html
    assert "rests on (2)<" in html and "lang=" not in html
    # No footnote leads to a telephone number.
    assert html.index("source-first_filing_days") < html.index("source-hud_counselor_phone")


def test_no_right_is_answered_for_the_reader() -> None:
    """A list that may be left alone starts at its default, and our example stands beside it."""
    calculator = CALCULATORS["timeline"]
    example = run("timeline", {box.name: box.example for box in boxes(calculator.inputs)})
    html = section(calculator, "here", example)
    for name, ours in (("main_home", "Yes"), ("small_servicer", "No"), ("already_reviewed", "No")):
        field = html.split(f'for="here-{name}"')[1].split("</select>")[0]
        assert '<option value="not_sure" selected>' in field and field.count("selected") == 1
        beside = html.split(f'id="here-{name}-example">')[1].split("<")[0]
        assert beside == f"Example: {ours}"
    assert example["figures"]["apply_by_for_full_review"] == "2027-02-05"
    assert example["inputs"]["today"] == "2026-11-02"
    # The page gives the day: no box, and none of the reader's answers.
    assert '<input type="hidden" id="here-today" name="today">' in html
    assert ">Today<" not in html.split("</form>")[0]


def test_costs_that_swallow_the_loan() -> None:
    new = {"new_annual_rate": "7", "new_months": "180", "closing_costs": "60000"}
    reply = run("refinance", {**LOAN, **new, "home_value": "50000", "first_balance": "0"})
    assert reply["figures"]["apr"] is None
    assert reply["figures"]["combined_ltv_percent"] == "104.00"
    assert any("more than the home is worth" in note["text"] for note in reply["notes"])


def test_only_a_figure_that_has_a_reason_offers_one() -> None:
    """Up to date with all payments, nothing has to be caught up."""
    compare = CALCULATORS["compare"]
    given = {box.name: box.example for box in boxes(compare.inputs)}
    reply = run("compare", given | {"missed_payments": "0", "arrears": "0"})
    explained = {row[0] for row in reply["tables"]["why"]["rows"]}
    assert explained < {row[0] for row in reply["tables"]["options"]["rows"]}
    html = answer(compare, reply)
    for key, label in OPTION.choices:
        why = html.split(f"<summary>Why: {label}</summary>")[1].split("</details>")[0]
        assert "It depends on" in why and ("<ul>" in why) == (key in explained)


def test_facts_in_a_sentence() -> None:
    assert fact_link(fact("hud_counselor_phone")).startswith('<a class="fact-phone" href="tel:+1-')
    assert "&nbsp;" in fact_link(fact("first_filing_days"))
    assert "&nbsp;" not in fact_link(fact("surplus_holder"))


def test_days_are_marked_for_machines_too() -> None:
    given = {"loan_kind": "closed_end", "main_home": "yes", "small_servicer": "no"}
    html = str(respond("timeline", {**given, "oldest_unpaid_due_date": "9/1/2026"})["html"])
    # Not among the figures: a screen reader that reads on passes over a lone <time> in a <dd>.
    assert 'data-figure="live_contact_by">Wednesday, October 7, 2026</dd>' in html
    day = '<time datetime="2026-10-07">October 7, 2026</time>'
    assert f'role="rowheader">{day}</th>' in html
    assert '<td><time datetime="2026-09-01">September 1, 2026</time></td>' in html


def test_a_minus_is_one_that_screen_readers_say() -> None:
    """U+2212 right before the dollar sign is read as "minus" everywhere; a hyphen often is not."""
    html = str(respond("refinance", {**LOAN, "new_annual_rate": "15", "new_months": "90"})["html"])
    assert re.search(r">\N{MINUS SIGN}\$[\d,]+\.\d\d<", html), "in a table"
    assert re.search(r'data-figure="monthly_savings">\$[\d,]+\.\d\d more a month</dd>', html)
    assert not re.search(r"-\s*\$", html)
