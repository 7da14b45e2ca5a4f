"""The parts of pages that only a whole household brings out: its list of figures, and its plan."""

import json
import re
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest

from calculators import CALCULATORS, run
from calculators.browser import plan
from calculators.core.forms import boxes
from calculators.core.loans import schedule
from calculators.plan import FLOW, make
from calculators.plan.flow import Place, take
from calculators.plan.plan_words import line_payment
from scripts.site.generate import my_figures

HOUSEHOLD = {
    "balance": "52000", "annual_rate": "9.25", "months_left": "180", "monthly_payment": "535.18",
    "missed_payments": "3", "home_value": "300000", "first_balance": "198000",
    "first_annual_rate": "3.875", "first_months_left": "288", "new_annual_rate": "7.5",
    "new_months": "240", "oldest_unpaid_due_date": "9/1/2026",
}  # fmt: skip
BEHIND = {
    "happening": "missed", "lender": "bank", "kind": "one_sum", "missed": "few", "home": "yes",
    "signed": "yes", "state": "Ohio",
}  # fmt: skip


def planned(matters: str, answers: dict[str, str] = BEHIND, **figures: str) -> dict[str, Any]:
    question = {"answers": answers, "figures": HOUSEHOLD | figures, "today": "2026-11-30"}
    said = json.loads(plan(json.dumps(question | {"matters": matters, "base": "../"})))
    return dict(said)


def test_my_figures_list_each_name_once() -> None:
    html = my_figures()
    keys = Counter(re.findall(r'data-keep="([^"]+)"', html))
    assert set(keys.values()) == {1}
    shared = {
        box.name
        for calculator in CALCULATORS.values()
        for box in boxes(calculator.inputs)
        if ":" not in box.kept_as(calculator.slug) and not box.words.hidden
    }
    assert shared <= set(keys)
    assert "today" not in keys
    for legend in ("Your second mortgage", "Your first mortgage", "Your home", "You, for letters"):
        assert f"<legend>{legend}</legend>" in html


def test_a_plan_shows_the_choices_by_what_matters() -> None:
    said = planned("keep")
    html, rows = said["html"], said["reply"]["choices"]
    assert rows and html.count("data-choice-row=") == len(rows)
    for row in rows:
        assert f'data-choice-row="{row["choice"]}"' in html
    # A sale never shows a payment of nothing.
    assert "$0.00" not in html.split('data-choice-row="sell"')[1].split("</article>")[0]


def test_no_choices_where_the_numbers_do_not_go_together() -> None:
    assert planned("keep", monthly_payment="1")["reply"]["choices"] == []


def test_letters_wait_where_a_lawyer_must_look_first() -> None:
    said = planned("keep", BEHIND | {"missed": "years", "silent": "years", "signed": "came_to_me"})
    waiting = [row for row in said["reply"]["letters"] if row["waits"]]
    assert waiting
    for row in waiting:
        assert f"<strong>{row['waits']}</strong>" in said["html"]
    ready = [row for row in planned("keep")["reply"]["letters"] if not row["waits"]]
    assert ready and all(f"letters/{row['slug']}/" in planned("keep")["html"] for row in ready)


def test_only_what_is_offered_can_be_answered() -> None:
    with pytest.raises(KeyError):
        take(FLOW, Place(question="state"), "Atlantis")
    with pytest.raises(KeyError):
        take(FLOW, Place(question=None), "yes")


def test_one_payment_where_both_ways_give_the_same() -> None:
    # 52,000 over 120 months without interest is 433.33 either way.
    words = line_payment(Decimal(0), Decimal("433.33"), Decimal("433.33"), 120)
    assert "$433" in words and " to $" not in words


def test_part_of_a_cent_is_no_money() -> None:
    with pytest.raises(ValueError, match="whole number of cents"):
        schedule(Decimal("100.001"), Decimal(5), 12)


def test_a_plan_is_made_from_nothing_too() -> None:
    assert make(answers={}, figures={}, today="2026-11-30", matters="keep")["ok"]


def test_no_rise_is_announced_where_more_is_paid_already() -> None:
    """52,000 at 9.25 % over 168 months takes about 553 a month: 900 is more."""
    loan = {"balance": "52000", "annual_rate": "9.25", "months_left": "180"}
    for paid, rises in (("", True), ("900", False)):
        reply = run("payment", loan | {"interest_only_months": "12", "monthly_payment": paid})
        said = " ".join(note["text"] for note in reply["notes"])
        assert ("the payment goes up by" in said) == rises
