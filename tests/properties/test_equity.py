"""What must hold for every home and every set of liens."""

from decimal import Decimal
from functools import partial
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from tests.draws import draws
from tests.replies import answered, figure

MONEY = st.integers(0, 200_000_000).map(lambda cents: f"{cents / 100:.2f}")
VALUE = st.integers(1, 200_000_000).map(lambda cents: f"{cents / 100:.2f}")
PERCENT = st.integers(0, 10_000).map(lambda hundredths: f"{hundredths / 100:.2f}")
HOMES = st.fixed_dictionaries(
    {
        "home_value": VALUE,
        "first_payoff": MONEY,
        "senior_liens": MONEY,
        "payoff": MONEY,
        "junior_liens": MONEY,
        "selling_cost_percent": PERCENT,
    }
)
# What stands behind the second is not nothing, and a sale would leave it short.
SHORT = {
    "home_value": "300000.00",
    "first_payoff": "200000.00",
    "senior_liens": "10000.00",
    "payoff": "80000.00",
    "junior_liens": "20000.00",
    "selling_cost_percent": "6.00",
}
fast = draws(100)
ask = partial(answered, "equity")


def plus(text: str, cents: int) -> str:
    return str(Decimal(text) + Decimal(cents) / 100)


@fast
@given(HOMES)
def test_the_sale_money_goes_out_once(home: dict[str, str]) -> None:
    """What lenders and owner receive is what the sale brings in; what is missing is unpaid."""
    reply = ask(home)
    rows = [[Decimal(cell) for cell in row[1:]] for row in reply["tables"]["liens"]["rows"]]
    for owed, receives, short in rows:
        assert receives >= 0 and short >= 0 and receives + short == owed
    names = ("first_payoff", "senior_liens", "payoff", "junior_liens")
    total = sum((Decimal(home[name]) for name in names), Decimal(0))
    proceeds = figure(reply, "net_after_sale") + total
    assert proceeds <= Decimal(home["home_value"])
    assert sum(row[1] for row in rows) == min(max(proceeds, Decimal(0)), total)


@fast
@given(HOMES)
def test_nobody_is_paid_before_a_senior_lien_is_whole(home: dict[str, str]) -> None:
    rows = ask(home)["tables"]["liens"]["rows"]
    for before, after in pairwise(rows):
        assert Decimal(after[2]) == 0 or Decimal(before[3]) == 0
    order = ["senior_liens", "first_payoff", "payoff", "junior_liens"]
    assert [row[0] for row in rows] == [name for name in order if Decimal(home[name])]


@fast
@example(SHORT, 0)
@given(HOMES, st.integers(-200, 200))
def test_one_cent_over_the_line_changes_the_answer(home: dict[str, str], cents: int) -> None:
    """At the line or under it the second is wholly unsecured, whatever a sale would cost."""
    ahead = Decimal(home["first_payoff"]) + Decimal(home["senior_liens"])
    value = plus(str(ahead), cents)
    if Decimal(value) <= 0:
        return
    reply = ask(home, home_value=value)
    assert reply["figures"]["wholly_unsecured"] is (cents <= 0)
    assert figure(reply, "dollars_from_line") == Decimal(cents) / 100


@fast
@example(SHORT, "25000.00")
@given(HOMES, MONEY)
def test_liens_behind_take_nothing_from_the_second(home: dict[str, str], more: str) -> None:
    before, after = ask(home), ask(home, junior_liens=more)
    for key in ("second_lender_receives", "wholly_unsecured", "close_call", "first_ltv_percent"):
        assert before["figures"][key] == after["figures"][key]


@fast
@given(HOMES)
def test_liens_ahead_count_like_more_first_mortgage(home: dict[str, str]) -> None:
    """Whose name stands on a lien ahead of the second is all the same to the second."""
    before = ask(home)
    first = str(Decimal(home["first_payoff"]) + Decimal(home["senior_liens"]))
    after = ask(home, first_payoff=first, senior_liens="0")
    for key in ("second_lender_receives", "wholly_unsecured", "dollars_from_line", "close_call"):
        assert before["figures"][key] == after["figures"][key]


@fast
@given(VALUE, st.integers(0, 20_000_000))
def test_a_close_call_is_as_wide_above_the_line_as_below(value: str, cents: int) -> None:
    cents = min(cents, int(Decimal(value) * 100))
    under = ask({"home_value": value, "first_payoff": plus(value, cents), "payoff": "1000"})
    over = ask({"home_value": value, "first_payoff": plus(value, -cents), "payoff": "1000"})
    assert under["figures"]["close_call"] is over["figures"]["close_call"]
    assert under["figures"]["close_call"] is (Decimal(cents) <= Decimal(value) * 10)


@fast
@given(HOMES)
def test_without_selling_costs_a_sale_leaves_the_equity(home: dict[str, str]) -> None:
    reply = ask(home, selling_cost_percent="0")
    assert figure(reply, "net_after_sale") == figure(reply, "equity")
    assert figure(ask(home), "net_after_sale") <= figure(reply, "equity")


@fast
@example(SHORT, 10_000)
@given(HOMES, st.integers(1, 10_000))
def test_more_value_never_pays_the_second_less(home: dict[str, str], cents: int) -> None:
    before, after = ask(home), ask(home, home_value=plus(home["home_value"], cents))
    gain = figure(after, "second_lender_receives") - figure(before, "second_lender_receives")
    assert Decimal(0) <= gain <= Decimal(cents) / 100


@fast
@given(HOMES)
def test_a_second_is_never_called_safe(home: dict[str, str]) -> None:
    """Where anything is owed on it, the answer says that it can foreclose."""
    reply = ask(home)
    said = " ".join([*reply["steps"], *(note["text"] for note in reply["notes"])]).casefold()
    assert "safe" not in said and "won’t" not in said and "will not foreclose" not in said
    assert ("the second lender can foreclose" in said) is (Decimal(home["payoff"]) > 0)
    # It is among what stands open.
    first = f"{reply['verdict']} {reply['at_risk']}"
    assert ("foreclose" in first) is (Decimal(home["payoff"]) > 0)
