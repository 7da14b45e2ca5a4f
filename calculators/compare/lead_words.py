"""What the comparison says first: which choice takes least each month, and whether that fits."""

from collections.abc import Sequence
from decimal import Decimal

from calculators.compare.household import Household
from calculators.compare.options import Option
from calculators.core.answers import CALL_COUNSELOR, Action, Lead, dollars, fits, how_long
from calculators.core.loans import ZERO

# Each way to keep the home, as the beginning of a sentence.
NAMED = {
    "as_is": "Going on as it is",
    "repayment_plan": "A repayment plan",
    "deferral": "Moving the missed payments to the end",
    "modification": "A loan modification",
    "refinance_second": "A new loan for the second",
    "refinance_both": "One new loan for both",
}
# Which of two choices with the same payment needs less cash, as the beginning of a sentence.
SHORT = {
    **NAMED,
    "repayment_plan": "The repayment plan",
    "modification": "The modification",
    "refinance_second": "The new loan for the second",
    "refinance_both": "The one new loan for both",
}
ASK_FOR_CHANGE = Action("Ask the lender for it in writing", page="letters/help.md")
ASK_FOR_TERMS = Action("Ask the lender for terms", page="letters/help.md")
ASK_FOR_OFFERS = Action("Get a second offer", page="steps/4-refinance.md#how-to-compare-offers")
TO_BUDGET = Action("See if my budget can take it", page="calculators/budget.md")
RELEASED = Action("Get the paid loan released", page="more/after-it-is-over.md")
IF_YOU_FALL_BEHIND = "If you fall behind, a lender can foreclose. Ask before you miss a payment."


def lead(home: Household, options: Sequence[Option], at_risk: str) -> Lead:
    """The lowest payment among the choices that keep the home and leave nothing past due.

    `at_risk` is what being behind can lead to. Of several with the same payment, the first is the
    one that needs the least cash.
    """
    if not home.second.owed:
        said = "By these figures nothing is owed on the second mortgage."
        return Lead(said, "", RELEASED, at_risk)
    safe = [each for each in options if each.keeps_home and not each.stays_behind]
    if home.can_pay is not None and not any(_fits(each, home) for each in safe):
        return _nothing_fits(home, safe, home.can_pay, at_risk or IF_YOU_FALL_BEHIND)
    if not safe:
        said = "No choice here keeps the home and leaves nothing unpaid."
        return Lead(said, "", CALL_COUNSELOR, at_risk)
    ordered = sorted(safe, key=lambda each: (_payment(each), each.values["cash_needed"]))
    lowest, least = ordered[0], min(safe, key=_in_all)
    tied = [each for each in ordered if _payment(each) == _payment(lowest)]
    said = _tie(tied, home) if len(tied) > 1 else _alone(lowest, len(safe), home)
    if _in_all(lowest) - _in_all(least) >= 1:
        said = f"{said} {_more_in_all(tied, least)}"
    return Lead(said, _number(lowest, home), _action(lowest, home), at_risk)


def _payment(option: Option) -> Decimal:
    payment: Decimal = option.values["payment_next_12"]
    return payment


def _in_all(option: Option) -> Decimal:
    paid: Decimal = option.values["paid_to_end"]
    return paid


def _over(option: Option, home: Household) -> Decimal:
    """How much more a choice takes each month than can be paid, in dollars.

    One loan for both takes over the first mortgage’s payment too.
    """
    can_pay = home.can_pay or ZERO
    second: Decimal | None = option.values["second_payment"]
    if second is not None:
        return second - can_pay
    first = home.first.loan.payment + home.first.beside if home.first else ZERO
    return _payment(option) - first - can_pay


def _fits(option: Option, home: Household) -> bool:
    """Can it be paid? Nobody knows where nothing was typed."""
    return home.can_pay is not None and fits(_over(option, home), ZERO)


def _more_in_all(tied: Sequence[Option], least: Option) -> str:
    """How much more the lowest payment takes in all than the choice that takes least."""
    lowest, name = tied[0], _inside(least)
    more = dollars(_in_all(lowest) - _in_all(least))
    if len(tied) == 1:
        return f"In all it takes {more} more than {name}."
    if any(abs(_in_all(each) - _in_all(lowest)) >= 1 for each in tied):
        return f"In all, {_inside(lowest)} takes {more} more than {name}."
    if len(tied) == 2:
        return f"Either one takes {more} more in all than {name}."
    return f"Each of them takes {more} more in all than {name}."


def _nothing_fits(home: Household, safe: Sequence[Option], can_pay: Decimal, at_risk: str) -> Lead:
    """Without an offer, which terms to ask for; with one, by how much the lowest is too high."""
    months = home.months_to_fit if home.offer is None else None
    if months is not None:
        return Lead(
            "No choice here fits what you can pay yet. At your rate, a longer time could bring it "
            f"to {dollars(can_pay)}, if the lender agrees.",
            f"about {how_long(months)}",
            ASK_FOR_TERMS,
            at_risk,
        )
    over = [_over(each, home) for each in safe]
    return Lead(
        "None of these choices fits what you can pay. Other terms still might, and a counselor can "
        "help you ask. A sale is one more way.",
        f"the lowest is {dollars(min(over))} over" if over else "",
        CALL_COUNSELOR,
        at_risk,
    )


def _tie(tied: Sequence[Option], home: Household) -> str:
    """Which choices have the same lowest payment, and which of them needs the least cash."""
    first, others = NAMED[tied[0].key], [_inside(each) for each in tied[1:]]
    names = f"{first} and {others[-1]}"
    if len(others) > 1:
        names = f"{', '.join([first, *others[:-1]])} and {others[-1]}"
    said = f"{names} have the same lowest payment."
    if _fits(tied[0], home):
        said = f"{names} have the same lowest payment, which you can pay."
    cash, next_cash = tied[0].values["cash_needed"], tied[1].values["cash_needed"]
    if cash == next_cash:
        return said
    if not cash:
        return f"{said} {SHORT[tied[0].key]} needs no cash now."
    return f"{said} {SHORT[tied[0].key]} needs less cash now."


def _inside(option: Option) -> str:
    """A choice's name within a sentence."""
    name = NAMED[option.key]
    return f"{name[0].lower()}{name[1:]}"


def _alone(lowest: Option, count: int, home: Household) -> str:
    name = NAMED[lowest.key]
    if lowest.key == "as_is" and count == 1:
        return "You pay on time, and no other terms are in here yet to compare with."
    if lowest.key == "as_is":
        return "No choice that keeps the home has a lower payment than the one you make now."
    if lowest.key == "deferral" and _fits(lowest, home):
        return (
            "If the lender agrees, moving the missed payments to the end gives the lowest payment, "
            "and it fits what you can pay."
        )
    if lowest.key == "deferral":
        return (
            "If the lender agrees, moving the missed payments to the end gives the lowest payment."
        )
    if _fits(lowest, home):
        return f"{name} has the lowest payment that keeps the home, and it fits what you can pay."
    return f"{name} has the lowest payment that keeps the home."


def _number(lowest: Option, home: Household) -> str:
    payment, second = dollars(_payment(lowest)), lowest.values["second_payment"]
    if second is None:
        return f"{payment} a month, in one loan"
    if home.first is None:
        return f"{payment} a month"
    return f"{dollars(second)} on the second; {payment} with the first"


def _action(lowest: Option, home: Household) -> Action:
    if lowest.key == "as_is":
        return ASK_FOR_TERMS if home.offer is None else TO_BUDGET
    return ASK_FOR_OFFERS if lowest.key.startswith("refinance") else ASK_FOR_CHANGE
