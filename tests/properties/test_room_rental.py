"""What must hold for every room."""

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from calculators import run
from tests.draws import draws

MONEY = st.integers(0, 500_000).map(lambda cents: f"{cents / 100:.2f}")
PERCENT = st.integers(0, 10_000).map(lambda hundredths: f"{hundredths / 100:.2f}")
ROOMS = st.fixed_dictionaries(
    {
        "monthly_rent": MONEY,
        "vacancy_percent": PERCENT,
        "monthly_costs": MONEY,
        "setup_cost": MONEY,
        "monthly_payment": MONEY,
    }
)
fast = draws(100)


def ask(answers: dict[str, str], **changes: str) -> dict[str, Any]:
    reply = run("room_rental", answers | changes)
    assert reply["ok"], reply
    figures: dict[str, Any] = reply["figures"]
    return figures


def net(figures: dict[str, Any]) -> Decimal:
    return Decimal(figures["net_monthly_income"])


@fast
@given(ROOMS, st.integers(1, 50_000))
def test_a_set_up_is_paid_back_in_that_month_and_not_before(
    room: dict[str, str], profit_cents: int
) -> None:
    """Drawn so that the room earns something: n months cover the cost, n - 1 do not."""
    profit = Decimal(profit_cents) / 100
    rent = str(profit + Decimal(room["monthly_costs"]))
    figures = ask(room, monthly_rent=rent, vacancy_percent="0")
    months, cost = figures["months_to_recover_setup"], Decimal(room["setup_cost"])
    assert net(figures) == profit
    assert months * profit >= cost
    assert months == 0 if cost == 0 else (months - 1) * profit < cost


@fast
@given(ROOMS)
def test_a_loss_never_pays_anything_back(room: dict[str, str]) -> None:
    figures = ask(room)
    never = net(figures) <= 0 and Decimal(room["setup_cost"]) > 0
    assert (figures["months_to_recover_setup"] is None) is never


@fast
@given(ROOMS, MONEY)
def test_costs_come_off_dollar_for_dollar(room: dict[str, str], more: str) -> None:
    costs = str(Decimal(room["monthly_costs"]) + Decimal(more))
    assert net(ask(room)) - net(ask(room, monthly_costs=costs)) == Decimal(more)


@fast
@given(ROOMS, PERCENT)
def test_time_let_and_time_empty_make_up_the_rent(room: dict[str, str], percent: str) -> None:
    """The rent kept at p percent empty and at 100 - p percent empty add up, to a cent."""
    empty = str(100 - Decimal(percent))
    room = room | {"monthly_costs": "0"}
    kept = net(ask(room, vacancy_percent=percent)) + net(ask(room, vacancy_percent=empty))
    assert abs(kept - Decimal(room["monthly_rent"])) <= Decimal("0.01")


@fast
@given(ROOMS)
def test_the_share_is_of_the_payment(room: dict[str, str]) -> None:
    """That share of the payment is what the room brings in; without a payment there is none."""
    figures, payment = ask(room), Decimal(room["monthly_payment"])
    share = figures["share_of_payment_percent"]
    assert (share is None) is (payment == 0)
    if share is not None:
        assert abs(Decimal(share) * payment / 100 - net(figures)) <= payment / 20_000
