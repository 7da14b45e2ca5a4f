"""Identities of the comparison, and its agreement with every calculator that stands alone."""

import re
from decimal import Decimal
from typing import Any

from hypothesis import assume, example, given
from hypothesis import strategies as st

from calculators import run
from calculators.compare.options import OPTION
from tests.draws import draws

KEPT = (
    "as_is", "repayment_plan", "deferral", "modification", "refinance_second", "refinance_both",
)  # fmt: skip
quickly = draws(60)


def money(least: int, most: int) -> st.SearchStrategy[str]:
    return st.decimals(least, most, places=2).map(str)


rates = st.decimals("0", "18", places=3).map(str)
HOUSEHOLD = {
    "balance": money(1_000, 150_000),
    "annual_rate": rates,
    "months_left": st.integers(36, 360).map(str),
    "arrears": st.just("0") | money(1, 9_000),
    "missed_payments": st.integers(0, 12).map(str),
    "first_balance": money(1_000, 600_000),
    "first_annual_rate": rates,
    "first_months_left": st.integers(6, 360).map(str),
    "home_value": money(50_000, 900_000),
    "new_annual_rate": rates,
    "new_months": st.integers(12, 480).map(str),
    "closing_costs": money(0, 9_000),
    "sale_cost_percent": st.decimals("0", "12", places=2).map(str),
    "plan_months": st.integers(1, 36).map(str),
    "horizon_months": st.integers(1, 120).map(str),
}
households = st.fixed_dictionaries(HOUSEHOLD)
# Half a year to catch up with more than was missed, looked at where it ends.
CATCHING_UP = {
    "balance": "52000",
    "annual_rate": "9.25",
    "months_left": "180",
    "arrears": "9000",
    "missed_payments": "4",
    "first_balance": "200000",
    "first_annual_rate": "4",
    "first_months_left": "300",
    "home_value": "400000",
    "new_annual_rate": "6",
    "new_months": "240",
    "closing_costs": "3000",
    "sale_cost_percent": "6",
    "plan_months": "6",
    "horizon_months": "6",
}


def figures_of(slug: str, answers: dict[str, str]) -> dict[str, Any]:
    reply = run(slug, answers)
    assert reply["ok"], reply
    figures: dict[str, Any] = reply["figures"]
    return figures


def column(figures: dict[str, Any], option: str, name: str) -> Decimal:
    return Decimal(figures[f"{option}__{name}"])


def pick(answers: dict[str, str], *names: str) -> dict[str, str]:
    return {name: answers[name] for name in names}


def past_due(answers: dict[str, str]) -> Decimal:
    """Past-due interest and fees: as typed, or the interest of the missed payments."""
    typed = Decimal(answers["arrears"])
    return typed or sum(
        (Decimal(row[2]) for row in second_rows(answers)[: int(answers["missed_payments"])]),
        Decimal(0),
    )


def second_rows(answers: dict[str, str]) -> list[Any]:
    reply = run("payment", pick(answers, "balance", "annual_rate", "months_left"))
    rows: list[Any] = reply["tables"]["schedule"]["rows"]
    return rows


def first_payment(answers: dict[str, str]) -> Decimal:
    asked = {
        "balance": answers["first_balance"],
        "annual_rate": answers["first_annual_rate"],
        "months_left": answers["first_months_left"],
    }
    return Decimal(figures_of("payment", asked)["monthly_payment"])


@quickly
@given(households)
def test_what_is_left_and_what_is_owed_are_the_home(answers: dict[str, str]) -> None:
    figures = figures_of("compare", answers)
    for option in KEPT:
        if figures[f"{option}__total_paid"] is not None:
            left = column(figures, option, "equity_at_horizon")
            assert left + column(figures, option, "owed_at_horizon") == Decimal(
                answers["home_value"]
            )


@quickly
@example(CATCHING_UP)
@given(households)
def test_all_that_is_paid_to_the_end_is_paid_by_the_last_month(answers: dict[str, str]) -> None:
    """Looked at when every loan is over, nothing more comes, and only what is past due is owed."""
    now = figures_of("compare", answers)
    at_the_end = figures_of("compare", answers | {"horizon_months": "600"})
    for option in (*KEPT, "sell"):
        assert now[f"{option}__paid_to_end"] == at_the_end[f"{option}__total_paid"]
        assert now[f"{option}__unpaid_at_end"] == at_the_end[f"{option}__owed_at_horizon"]


@quickly
@given(households)
def test_a_sale_shows_no_payment_and_what_stays_unpaid_is_told(answers: dict[str, str]) -> None:
    reply = run("compare", answers)
    shown = reply["tables"]["side_by_side"]
    rows = {row[0]: dict(zip(shown["columns"], row, strict=True)) for row in shown["rows"]}
    assert rows["sell"]["both"] == "Your rent" and "$" not in (rows["sell"]["second"] or "")
    assert "$0" not in " ".join(each or "" for each in rows["sell"].values())
    for option in KEPT:
        unpaid = reply["figures"][f"{option}__unpaid_at_end"]
        if unpaid is not None:
            assert rows[option]["keeps_home"].startswith("Not safe") is (Decimal(unpaid) > 0)
            assert ("still unpaid" in rows[option]["to_end"]) is (Decimal(unpaid) > 0)


@quickly
@example(CATCHING_UP)
@given(households)
def test_each_choice_names_those_with_the_same_payment(answers: dict[str, str]) -> None:
    reply = run("compare", answers)
    labels = dict(OPTION.choices)
    payments = {key: reply["figures"][f"{key}__payment_next_12"] for key in KEPT}
    for row in reply["tables"]["side_by_side"]["rows"]:
        same = [
            labels[key]
            for key, payment in payments.items()
            if key != row[0] and payment and payment == payments.get(row[0])
        ]
        assert row[3] == (" and ".join(same) or None)


@quickly
@given(households, st.integers(30, 99))
def test_the_months_to_ask_for_bring_the_payment_within_what_can_be_paid(
    answers: dict[str, str], share: int
) -> None:
    """Without an offer: one month fewer would be too dear; both by the payment calculator."""
    names = ("new_annual_rate", "new_months")
    asked = {key: text for key, text in answers.items() if key not in names}
    can_pay = (Decimal(second_rows(asked)[0][1]) * share / 100).quantize(Decimal("0.01"))
    reply = run("compare", asked | {"affordable_payment": str(can_pay)})
    said = {row[0]: row[-1] for row in reply["tables"]["side_by_side"]["rows"]}["modification"]
    months = re.search(r"about (\d+) months would bring it", said)
    owed = Decimal(asked["balance"]) + past_due(asked)
    loan = {"balance": str(owed), "annual_rate": asked["annual_rate"]}

    def takes(months: int) -> Decimal:
        figures = figures_of("payment", loan | {"months_left": str(months)})
        return Decimal(figures["monthly_payment"])

    if months is None:
        assert takes(600) > can_pay
    else:
        wanted = int(months[1])
        assert takes(wanted) <= can_pay
        assert wanted == 1 or takes(wanted - 1) > can_pay


@quickly
@given(households)
def test_catching_up_moves_money_and_makes_none(answers: dict[str, str]) -> None:
    """Paid and owed together are the same, whenever the past-due amount is paid."""
    figures = figures_of("compare", answers)
    costs = {
        column(figures, option, "total_paid") + column(figures, option, "owed_at_horizon")
        for option in ("as_is", "repayment_plan", "deferral")
        if figures[f"{option}__total_paid"] is not None
    }
    assert len(costs) == 1


@quickly
@example(CATCHING_UP)
@given(households)
def test_a_month_later_no_less_is_paid_and_no_more_is_owed(answers: dict[str, str]) -> None:
    later = answers | {"horizon_months": str(int(answers["horizon_months"]) + 1)}
    now, then = figures_of("compare", answers), figures_of("compare", later)
    for option in KEPT:
        if now[f"{option}__total_paid"] is not None:
            assert column(now, option, "total_paid") <= column(then, option, "total_paid")
            assert column(now, option, "owed_at_horizon") >= column(then, option, "owed_at_horizon")


@quickly
@example(CATCHING_UP)
@given(households)
def test_the_plan_is_the_one_of_catching_up(answers: dict[str, str]) -> None:
    figures = figures_of("compare", answers)
    missed = int(answers["missed_payments"])
    # With a first mortgage that soon ends, the dearest month may be another one.
    assume(missed and int(answers["first_months_left"]) > 12)
    rows = second_rows(answers)
    assume(len(rows) > missed + 12)
    interest = sum((Decimal(row[2]) for row in rows[:missed]), Decimal(0))
    alone = figures_of(
        "catch_up",
        {
            "monthly_payment": rows[0][1],
            "missed_payments": answers["missed_payments"],
            "fees_owed": str(max(past_due(answers) - interest, Decimal(0))),
            "plan_months": answers["plan_months"],
        },
    )
    first = first_payment(answers)
    together = column(figures, "repayment_plan", "payment_next_12")
    assert together == Decimal(alone["plan_payment"]) + first
    moved = Decimal(alone["reinstatement_amount"]) - Decimal(alone["deferred_amount"])
    assert column(figures, "deferral", "cash_needed") == moved


@quickly
@example(CATCHING_UP)
@given(households)
def test_new_terms_are_those_of_the_modification(answers: dict[str, str]) -> None:
    assume(min(int(answers["first_months_left"]), int(answers["new_months"])) > 12)
    asked = pick(
        answers, "balance", "annual_rate", "months_left", "new_annual_rate", "new_months"
    ) | {"arrears": str(past_due(answers))}
    alone = figures_of("modification", asked)
    together = column(figures_of("compare", answers), "modification", "payment_next_12")
    assert together == Decimal(alone["new_payment"]) + first_payment(answers)


@quickly
@given(households)
def test_a_new_loan_is_that_of_the_refinance(answers: dict[str, str]) -> None:
    """Both start from the balance and what is past due, and save as much by the same month."""
    answers |= {"missed_payments": "0"}
    figures = figures_of("compare", answers)
    names = ("balance", "annual_rate", "months_left", "new_annual_rate", "new_months")
    first = ("first_balance", "first_annual_rate", "first_months_left")
    asked = pick(answers, *names, *first, "closing_costs", "arrears")
    asked["months_in_home"] = answers["horizon_months"]
    for option, both in (("refinance_second", "no"), ("refinance_both", "yes")):
        alone = figures_of("refinance", asked | {"include_first": both})
        saved = sum(
            sign * column(figures, each, name)
            for sign, each in ((1, "as_is"), (-1, option))
            for name in ("total_paid", "owed_at_horizon")
        )
        assert saved == Decimal(alone["net_benefit"])
        assert figures[f"{option}__cash_needed"] == alone["cash_needed"]


@quickly
@given(households)
def test_a_sale_is_the_sale(answers: dict[str, str]) -> None:
    alone = figures_of(
        "sale",
        {
            "sale_price": answers["home_value"],
            "commission_percent": answers["sale_cost_percent"],
            "first_payoff": answers["first_balance"],
            "payoff": str(Decimal(answers["balance"]) + past_due(answers)),
        },
    )
    figures = figures_of("compare", answers)
    assert figures["sell__cash_needed"] == alone["shortfall"]
    assert column(figures, "sell", "equity_at_horizon") == max(
        Decimal(alone["net_proceeds"]), Decimal(0)
    )


@quickly
@given(households)
def test_both_pages_name_the_same_cost_of_a_cheap_first_loan(answers: dict[str, str]) -> None:
    answers |= {"arrears": "0", "missed_payments": "0"}
    names = ("balance", "annual_rate", "months_left", "new_annual_rate", "new_months")
    first = ("first_balance", "first_annual_rate", "first_months_left")
    asked = pick(answers, *names, *first) | {
        "include_first": "yes",
        "months_in_home": answers["horizon_months"],
    }
    said = [
        [note["text"] for note in reply["notes"] if "Giving up your first" in note["text"]]
        for reply in (run("refinance", asked), run("compare", answers))
    ]
    assert [f"Refinance both. {text}" for text in said[0]] == said[1]


@quickly
@given(households)
def test_the_table_holds_the_figures_and_a_reason_for_each(answers: dict[str, str]) -> None:
    reply = run("compare", answers)
    options, why = reply["tables"]["options"], reply["tables"]["why"]["rows"]
    named = options["columns"][1:-1]
    cells = {
        f"{row[0]}__{name}": cell
        for row in options["rows"]
        for name, cell in zip(named, row[1:-1], strict=True)
    }
    assert cells == reply["figures"]
    explained = {f"{option}__{name}" for option, name, _ in why}
    assert explained == {key for key, value in cells.items() if value is not None}
    assert all(row[-1] for row in options["rows"])


# --- What is past due on the first mortgage too, and what a payment holds besides the loan ---

FIRST_BEHIND = {
    "first_months_left": st.integers(36, 360).map(str),
    "first_missed_payments": st.integers(0, 12).map(str),
    "first_arrears": st.just("0") | money(1, 9_000),
}
behind_on_both = st.fixed_dictionaries(HOUSEHOLD | FIRST_BEHIND)
UP_TO_DATE = {"first_missed_payments": "0", "first_arrears": "0"}


def owed_less_paid_off(answers: dict[str, str]) -> Decimal:
    figures = figures_of("compare", answers)
    return column(figures, "as_is", "owed_at_horizon") - column(
        figures, "modification", "owed_at_horizon"
    )


@quickly
@given(behind_on_both)
def test_arrears_on_both_move_money_and_make_none(answers: dict[str, str]) -> None:
    figures = figures_of("compare", answers)
    costs = set()
    for option in ("as_is", "repayment_plan", "deferral"):
        if figures[f"{option}__total_paid"] is not None:
            owed = column(figures, option, "owed_at_horizon")
            costs.add(column(figures, option, "total_paid") + owed)
            left = column(figures, option, "equity_at_horizon")
            assert left + owed == Decimal(answers["home_value"])
    assert len(costs) == 1


@quickly
@given(behind_on_both)
def test_new_terms_for_the_second_leave_the_first_behind(answers: dict[str, str]) -> None:
    """Whatever is past due on the first is owed as it is, and just as much with the new terms."""
    assert owed_less_paid_off(answers) == owed_less_paid_off(answers | UP_TO_DATE)


@quickly
@given(behind_on_both)
def test_one_new_loan_and_a_sale_pay_what_is_past_due_on_both(answers: dict[str, str]) -> None:
    """What is past due on the second and on the first is one sum when both are paid off."""
    typed = answers | {"arrears": "700.00", "first_arrears": "400.00", "missed_payments": "0"}
    other = answers | {"arrears": "1000.00", "first_arrears": "100.00", "missed_payments": "0"}
    one, two = figures_of("compare", typed), figures_of("compare", other)
    for name in ("refinance_both__payment_next_12", "sell__equity_at_horizon", "sell__cash_needed"):
        assert one[name] == two[name]


@quickly
@given(behind_on_both)
def test_the_seconds_own_payment_is_what_it_takes_without_a_first(answers: dict[str, str]) -> None:
    """Where the first's payment is the same in each of twelve months."""
    alone = {name: text for name, text in answers.items() if not name.startswith("first_")}
    together, second = figures_of("compare", answers | UP_TO_DATE), figures_of("compare", alone)
    for option in ("as_is", "repayment_plan", "deferral", "modification", "refinance_second"):
        assert together[f"{option}__second_payment"] == second[f"{option}__payment_next_12"]
    assert together["refinance_both__second_payment"] is None


@quickly
@example(CATCHING_UP | UP_TO_DATE, 36_482)
@given(behind_on_both, st.integers(1, 90_000))
def test_more_than_the_second_takes_is_paid_to_the_loan(
    answers: dict[str, str], cents: int
) -> None:
    """It lowers what is owed and what interest costs, and no new terms; what if not is told."""
    answers |= {"missed_payments": "0"}
    level = Decimal(second_rows(answers)[0][1])
    plain = figures_of("compare", answers)
    typed = answers | {"monthly_payment": str(level + Decimal(cents) / 100)}
    reply = run("compare", typed)
    quicker = reply["figures"]
    for key, figure in plain.items():
        if key.startswith(("modification", "refinance", "sell")):
            assert quicker[key] == figure
    owed, cost = (
        [column(figures, "as_is", "owed_at_horizon") for figures in (plain, quicker)],
        [
            column(figures, "as_is", "owed_at_horizon") + column(figures, "as_is", "total_paid")
            for figures in (plain, quicker)
        ],
    )
    assert owed[1] <= owed[0] and cost[1] <= cost[0]
    (told,) = (each["text"] for each in reply["notes"] if "for insurance or taxes" in each["text"])
    assert f"other ${cents / 100:,.2f} is" in told


@quickly
@given(st.integers(13, 120), st.integers(0, 12), money(1_000, 150_000))
def test_a_balloon_is_named_with_its_month_from_today(months: int, missed: int, owed: str) -> None:
    """Interest only at 12 percent a year, rounded up: all of it falls due at the end."""
    payment = (Decimal(owed) / 100).quantize(Decimal("0.01")) + Decimal("0.01")
    asked = {"balance": owed, "annual_rate": "12", "months_left": str(months)} | {
        "monthly_payment": str(payment),
        "missed_payments": str(missed),
        "home_value": "200000",
    }
    said = " ".join(note["text"] for note in run("compare", asked)["notes"])
    assert f"would fall due in month {months - missed} from today." in said


@quickly
@example(CATCHING_UP | UP_TO_DATE)
@given(behind_on_both)
def test_a_tie_is_told(answers: dict[str, str]) -> None:
    """The first sentence names every choice with the lowest payment, and no other."""
    reply = run("compare", answers)
    figures, first = reply["figures"], reply["notes"][0]["text"]
    behind = Decimal(answers["first_arrears"]) or Decimal(answers["first_missed_payments"])
    left_behind = {"as_is"} if behind or past_due(answers) else set()
    left_behind |= {"modification", "refinance_second"} if behind else set()
    # A missed payment of a loan without interest leaves no interest past due.
    assume(int(answers["missed_payments"]) == 0 or past_due(answers))
    payments = {
        option: column(figures, option, "payment_next_12")
        for option in KEPT
        if figures[f"{option}__payment_next_12"] is not None and option not in left_behind
    }
    assume(len(payments) > 1)
    named = first.split("(")[1].split(")")[0]
    labels = dict(OPTION.choices)
    for option, payment in payments.items():
        assert (labels[option] in named) is (payment == min(payments.values()))
    assert ("a tie of" in named) is (list(payments.values()).count(min(payments.values())) > 1)
