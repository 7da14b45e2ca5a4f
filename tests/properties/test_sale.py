"""What must hold for every sale."""

from decimal import Decimal
from functools import partial
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from calculators import run
from tests.draws import draws
from tests.replies import answered, figure

MONEY = st.integers(0, 200_000_000).map(lambda cents: f"{cents / 100:.2f}")
PERCENT = st.integers(0, 9_000).map(lambda hundredths: f"{hundredths / 100:.2f}")
SALES = st.fixed_dictionaries(
    {
        "sale_price": MONEY,
        "commission_percent": PERCENT,
        "other_costs": MONEY,
        "first_payoff": MONEY,
        "senior_liens": MONEY,
        "payoff": MONEY,
        "junior_liens": MONEY,
    }
)
NO_LIENS = dict.fromkeys(("first_payoff", "senior_liens", "payoff", "junior_liens"), "0") | {
    "sale_price": "5.00",
    "commission_percent": "0",
}
fast = draws(100)
ask = partial(answered, "sale")


@fast
@given(SALES)
def test_every_dollar_of_the_price_goes_somewhere(sale: dict[str, str]) -> None:
    """Price = selling costs + what the lenders receive + what is left for the owner."""
    reply = ask(sale)
    price = Decimal(sale["sale_price"])
    rows = reply["tables"]["liens"]["rows"]
    received = sum((Decimal(row[2]) for row in rows), Decimal(0))
    unpaid = sum((Decimal(row[3]) for row in rows), Decimal(0))
    not_covered = max(figure(reply, "selling_costs") - price, Decimal(0))
    left = max(figure(reply, "net_proceeds"), Decimal(0))
    assert figure(reply, "selling_costs") + received + left == price + not_covered
    assert figure(reply, "shortfall") == unpaid + not_covered


@fast
@example(NO_LIENS | {"other_costs": "9.00"})
@given(SALES)
def test_money_is_either_left_or_missing(sale: dict[str, str]) -> None:
    reply = ask(sale)
    net, shortfall = figure(reply, "net_proceeds"), figure(reply, "shortfall")
    assert shortfall == (-net if net < 0 else 0)
    assert any("short sale" in note["text"] for note in reply["notes"]) is (
        shortfall > 0 and figure(reply, "total_payoff") > 0
    )


@fast
@given(SALES)
def test_the_break_even_price_breaks_even(sale: dict[str, str]) -> None:
    """Sold at that price nothing is left or missing, to a cent; for a dollar less it is short."""
    price = ask(sale)["figures"]["break_even_price"]
    if not Decimal(2) < Decimal(price) < 100_000_000:
        return
    assert abs(figure(ask(sale, sale_price=price), "net_proceeds")) <= Decimal("0.01")
    one_less = str(Decimal(price) - 1)
    assert figure(ask(sale, sale_price=one_less), "shortfall") > 0


@fast
@given(SALES)
def test_lenders_are_paid_in_order(sale: dict[str, str]) -> None:
    rows = ask(sale)["tables"]["liens"]["rows"]
    for before, after in pairwise(rows):
        assert Decimal(after[2]) == 0 or Decimal(before[3]) == 0
    order = ["senior_liens", "first_payoff", "payoff", "junior_liens"]
    assert [row[0] for row in rows] == [name for name in order if Decimal(sale[name])]


@fast
@given(SALES, st.integers(1, 10_000))
def test_a_higher_price_never_leaves_less(sale: dict[str, str], cents: int) -> None:
    higher = str(Decimal(sale["sale_price"]) + Decimal(cents) / 100)
    gain = figure(ask(sale, sale_price=higher), "net_proceeds") - figure(ask(sale), "net_proceeds")
    assert 0 <= gain <= Decimal(cents) / 100


@fast
@given(SALES)
def test_sale_and_equity_tell_the_same_story(sale: dict[str, str]) -> None:
    """The same price, liens and percentage give the same money to the same people."""
    if Decimal(sale["sale_price"]) == 0:
        return
    sale = sale | {"other_costs": "0"}
    home = {name: sale[name] for name in ("first_payoff", "senior_liens", "payoff", "junior_liens")}
    home |= {
        "home_value": sale["sale_price"],
        "selling_cost_percent": sale["commission_percent"],
    }
    sold, held = ask(sale), run("equity", home)
    assert sold["figures"]["net_proceeds"] == held["figures"]["net_after_sale"]
    assert sold["tables"]["liens"] == held["tables"]["liens"]
