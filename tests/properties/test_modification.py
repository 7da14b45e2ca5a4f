"""What must hold for every offer of new terms."""

from decimal import Decimal
from fractions import Fraction
from functools import partial
from math import ceil

from hypothesis import example, given
from hypothesis import strategies as st

from tests.draws import draws
from tests.replies import answered, figure

ZERO = Decimal(0)
AMOUNT = st.integers(1, 30_000_000).map(lambda cents: f"{cents / 100:.2f}")
SMALL_AMOUNT = st.integers(0, 1_000_000).map(lambda cents: f"{cents / 100:.2f}")
RATE = st.integers(0, 20_000).map(lambda thousandths: f"{thousandths / 1000:.3f}")
MONTHS = st.integers(1, 360).map(str)
OFFERS = st.fixed_dictionaries(
    {
        "balance": AMOUNT,
        "annual_rate": RATE,
        "months_left": MONTHS,
        "arrears": SMALL_AMOUNT,
        "new_annual_rate": RATE,
        "new_months": MONTHS,
    }
)
A_MILLION = {
    "balance": "1000000",
    "annual_rate": "0",
    "months_left": "1",
    "arrears": "0",
    "new_annual_rate": "0",
    "new_months": "1",
}
NOTHING_OWED = A_MILLION | {"balance": "0"}
BARELY_DEARER = {
    "balance": "40000",
    "annual_rate": "8",
    "months_left": "120",
    "arrears": "0",
    "new_annual_rate": "8",
    "new_months": "121",
}
# Principal set aside, as a share of all that is owed.
SHARE = st.fractions(0, 1, max_denominator=100)
TARGETS = st.integers(1, 500_000).map(lambda cents: f"{cents / 100:.2f}")
quickly = draws(60)
ask = partial(answered, "modification")


def set_aside(offer: dict[str, str], share: Fraction) -> str:
    owed = int((Decimal(offer["balance"]) + Decimal(offer["arrears"])) * 100)
    return f"{Decimal(int(owed * share)) / 100:.2f}"


@quickly
@given(OFFERS)
def test_the_same_terms_again_change_nothing(offer: dict[str, str]) -> None:
    same = {"new_annual_rate": offer["annual_rate"], "new_months": offer["months_left"]}
    reply = ask(offer | same, arrears="0")
    assert reply["figures"]["payment_change"] == "0.00"
    assert reply["figures"]["payment_change_percent"] in ("0.00", None)
    assert figure(reply, "total_paid_before") == figure(reply, "total_paid_after")
    assert all(row[1:3] == row[3:5] for row in reply["tables"]["schedule"]["rows"])


@quickly
@given(OFFERS, SHARE)
def test_all_that_is_owed_is_on_the_new_terms(offer: dict[str, str], share: Fraction) -> None:
    """The balance that bears interest and what waits for the end are all that is owed."""
    reply = ask(offer, deferred_principal=set_aside(offer, share))
    owed = Decimal(offer["balance"]) + Decimal(offer["arrears"])
    assert figure(reply, "new_balance") + figure(reply, "due_at_end") == owed


@quickly
@given(OFFERS, SHARE)
def test_the_months_add_up_to_the_totals(offer: dict[str, str], share: Fraction) -> None:
    reply = ask(offer, deferred_principal=set_aside(offer, share))
    rows = [[Decimal(cell) for cell in row] for row in reply["tables"]["schedule"]["rows"]]
    past_due = Decimal(offer["arrears"])
    assert sum((row[1] for row in rows), past_due) == figure(reply, "total_paid_before")
    assert sum((row[3] for row in rows), ZERO) == figure(reply, "total_paid_after")
    assert rows[-1][2] == rows[-1][4] == 0


@quickly
@example(A_MILLION, Fraction(1, 10**8))
@example(NOTHING_OWED, Fraction(0))
@given(OFFERS, SHARE)
def test_a_change_and_its_percentage_have_one_sign(offer: dict[str, str], share: Fraction) -> None:
    """A cent less of a million dollars is "0.00" percent, never "-0.00"."""
    reply = ask(offer, deferred_principal=set_aside(offer, share))
    change, percent = figure(reply, "payment_change"), reply["figures"]["payment_change_percent"]
    assert figure(reply, "new_payment") == figure(reply, "current_payment") + change
    assert percent != "-0.00"
    assert (percent is None) == (figure(reply, "current_payment") == 0)
    assert percent is None or Decimal(percent) * change >= 0


@quickly
@example(A_MILLION, "1000000")
@given(OFFERS, TARGETS)
def test_the_months_for_a_target_are_the_fewest(offer: dict[str, str], target: str) -> None:
    months = ask(offer, target_payment=target)["figures"]["months_for_target"]
    longest = months or 600
    within = figure(ask(offer, new_months=str(longest)), "new_payment") <= Decimal(target)
    assert within == (months is not None)
    if months is not None and months > 1:
        shorter = ask(offer, new_months=str(months - 1))
        assert figure(shorter, "new_payment") > Decimal(target)


@quickly
@given(OFFERS, TARGETS)
def test_the_rate_for_a_target_is_the_highest(offer: dict[str, str], target: str) -> None:
    rate = ask(offer, target_payment=target)["figures"]["rate_for_target"]
    within = figure(ask(offer, new_annual_rate=rate or "0"), "new_payment") <= Decimal(target)
    assert within == (rate is not None)
    if rate is not None and Decimal(rate) < 40:
        higher = ask(offer, new_annual_rate=str(Decimal(rate) + Decimal("0.001")))
        assert figure(higher, "new_payment") > Decimal(target)


@quickly
@example(BARELY_DEARER)
@given(OFFERS)
def test_a_lower_payment_that_costs_more_is_called_out(offer: dict[str, str]) -> None:
    reply = ask(offer)
    more_in_all = figure(reply, "total_paid_after") > figure(reply, "total_paid_before")
    dearer = figure(reply, "payment_change") < 0 and more_in_all
    warned = any("more in all" in note["text"] for note in reply["notes"])
    assert warned == dearer


@quickly
@example(NOTHING_OWED, Fraction(0), "1")
@given(OFFERS, SHARE, TARGETS)
def test_every_missing_figure_is_explained(
    offer: dict[str, str], share: Fraction, target: str
) -> None:
    """A target out of reach has a sentence that says so; a target that was not asked has none."""
    reply = ask(offer, deferred_principal=set_aside(offer, share), target_payment=target)
    said = " ".join(note["text"] for note in reply["notes"])
    assert ("More months alone" in said) == (reply["figures"]["months_for_target"] is None)
    assert ("A lower rate alone" in said) == (reply["figures"]["rate_for_target"] is None)
    unasked = " ".join(note["text"] for note in ask(offer)["notes"])
    assert "alone do" not in unasked


@quickly
@given(OFFERS, st.integers(28, 400))
def test_the_statements_payment_is_what_is_paid_now(offer: dict[str, str], days: int) -> None:
    """The change is counted from it, and the totals are those of the payment calculator."""
    exact = Fraction(offer["balance"]) * Fraction(offer["annual_rate"]) * days / 36500
    typed = f"{ceil(exact * 100) / 100:.2f}"
    reply = ask(offer | {"monthly_payment": typed})
    loan = {name: offer[name] for name in ("balance", "annual_rate", "months_left")}
    now = answered("payment", {**loan, "monthly_payment": typed})
    assert figure(reply, "current_payment") == Decimal(typed)
    assert figure(reply, "payment_change") == figure(reply, "new_payment") - Decimal(typed)
    before = figure(now, "total_paid") + Decimal(offer["arrears"])
    assert figure(reply, "total_paid_before") == before
