"""What to say of each way to go on: what it depends on, and why each figure is what it is."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from calculators.compare.courses import NEXT_MONTHS, Course
from calculators.core.answers import dollars
from calculators.core.forms import MONEY, MONTHS, PERCENT, RATE
from calculators.core.loans import ZERO

# Each loan of a course, as it stands in a sum.
LOANS = {
    "second": "second mortgage",
    "first": "first mortgage",
    "changed": "changed second mortgage",
    "new": "new second mortgage",
    "one": "one new loan",
}
NOTHING_EXTRA = "You pay nothing extra now."
UP_TO_DATE = "You can go on making these payments."
NOTHING_PAST_DUE = "By these figures nothing is past due."
NOTHING_MISSED = "By these figures no payment is missed."
NO_END = "No payment is left to come, so there is no end to move it to."
# The heading of the boxes, which start folded.
NEW_TERMS = "If you have new terms, or a new loan"
NO_NEW_TERMS = f"Open “{NEW_TERMS}”, and fill in a new rate and new months to see it."
ASK_FOR_TERMS = (
    "Ask for terms. Fill in the most you can pay, and this says about how many months it takes."
)
NOTHING_OWED = "By these figures nothing is owed on the second mortgage."
NO_FIRST = "By these figures there is no first mortgage."
NOTHING_NOW = "Nothing now."
JOINS_THE_BALANCE = "Nothing now: what is past due joins the balance."
cash = MONEY.pretty


def stays_behind(past_due: Decimal) -> str:
    """What *as it is* depends on while something is past due."""
    return (
        f"The {cash(past_due)} past due stays unpaid, so the lender can act on it, up to taking "
        "the home. Making the regular payments alone does not settle it."
    )


def plan_agreed(lenders: int, extra: Decimal, months: int) -> str:
    """What a repayment plan depends on."""
    if lenders > 1:
        return (
            f"Both lenders agree, and you can pay {cash(extra)} more for {MONTHS.pretty(months)}."
        )
    return f"The lender agrees, and you can pay {cash(extra)} more for {MONTHS.pretty(months)}."


def paid_bit_by_bit(past_due: Decimal) -> str:
    """Why a repayment plan needs no cash."""
    return f"Nothing now: the {cash(past_due)} past due is paid bit by bit."


def deferral_agreed(lenders: int, moved: Decimal) -> str:
    """What a deferral depends on."""
    if lenders > 1:
        return (
            f"Both lenders agree. The {cash(moved)} moved falls due with each loan’s last payment, "
            "or sooner if you sell or refinance."
        )
    return (
        f"The lender agrees. The {cash(moved)} moved falls due with the last payment, or sooner if "
        "you sell or refinance."
    )


def fees_stay_due(fees: Decimal) -> str:
    """Why a deferral needs cash, or none."""
    if not fees:
        return "Nothing now: the missed payments move, and no fees are past due."
    return f"The {cash(fees)} of fees stays due now. Only the missed payments move."


def within_what_can_be_paid(payment: Decimal) -> str:
    """Without an offer, where today's payment can be paid."""
    return f"Ask for terms if you need them: {cash(payment)} a month is within what you can pay."


def ask_for_terms(months: int | None, amount: Decimal) -> str:
    """Without an offer: which length brings the payment to what can be paid, at today's rate."""
    if months is None:
        return (
            "Ask for terms, and for a lower rate: at your rate no length brings the payment to "
            f"the {dollars(amount)} you can pay."
        )
    return (
        f"Ask for terms. At your rate, about {months} months would bring it to the "
        f"{dollars(amount)} you can pay."
    )


def terms_agreed(annual_rate: Decimal, months: int, first_behind: Decimal) -> str:
    """What a modification depends on."""
    agreed = (
        f"The lender agrees to {RATE.pretty(annual_rate)} over {MONTHS.pretty(months)}. Ask what "
        "it would charge for the change."
    )
    return f"{agreed} {_first_stays_behind(first_behind)}" if first_behind else agreed


def closing(costs: Decimal) -> str:
    """Why a new loan needs cash."""
    return f"The closing costs, paid in cash: {cash(costs)}."


def _first_stays_behind(past_due: Decimal) -> str:
    return f"The {cash(past_due)} past due on your first mortgage stays unpaid."


def approval(combined_ltv: Decimal | None, first_behind: Decimal) -> str:
    """What a new loan depends on; `combined_ltv` is all loans in percent of the home’s value."""
    approved = "A lender approves the new loan."
    if combined_ltv is not None:
        approved = (
            "A lender approves the new loan. All mortgages would come to "
            f"{PERCENT.pretty(combined_ltv)} of the home’s value."
        )
    return f"{approved} {_first_stays_behind(first_behind)}" if first_behind else approved


def approval_for_both(combined_ltv: Decimal | None) -> str:
    """What one new loan for both depends on."""
    return f"{approval(combined_ltv, ZERO)} You give up your first mortgage’s rate."


def sold(price: Decimal, costs: Decimal, owed: Decimal) -> tuple[str, dict[str, str]]:
    """What a sale depends on, and why each of its figures is what it is."""
    net = price - costs - owed
    sum_up = (
        f"{cash(price)} − {cash(costs)} of selling costs − {cash(owed)} owed on the loans = "
        f"{cash(net)}."
    )
    if net < 0:
        depends = (
            f"You find {cash(-net)}, or every lender that is not paid in full agrees to take less."
        )
        why_cash, why_left = sum_up, "Nothing is left: the sale does not pay for both loans."
    else:
        depends = "A buyer at this price, in time. What is left must also pay for a new home."
        why_cash, why_left = "Nothing: the sale pays its own costs and both loans.", sum_up
    no_loan = "No mortgage is left to pay. Rent or a new home is not counted."
    return depends, {
        "cash_needed": why_cash,
        "payment_next_12": no_loan,
        "second_payment": no_loan,
        "payment_after": no_loan,
        "total_paid": "The cash needed now, and nothing after that.",
        "owed_at_horizon": "The sale, and that cash, pay off both loans.",
        "equity_at_horizon": why_left,
        "paid_to_end": "The cash needed now. No loan goes on after the sale.",
        "unpaid_at_end": "The sale, and that cash, pay off both loans.",
        "keeps_home": "You sell it.",
    }


def kept(
    course: Course,
    horizon: int,
    home_value: Decimal,
    values: Mapping[str, Any],
    why_cash: str,
) -> dict[str, str]:
    """Why each figure of a choice that keeps the home is what it is."""
    owed, left = values["owed_at_horizon"], values["equity_at_horizon"]
    second = {}
    if course.second is not None:
        second = {"second_payment": _month(Course([course.second]), course.dearest_month)}
    return {
        "cash_needed": why_cash,
        "payment_next_12": _month(course, course.dearest_month),
        **second,
        "payment_after": _month(course, NEXT_MONTHS + 1),
        "total_paid": f"{cash(course.cash)} now + {cash(values['total_paid'] - course.cash)}, "
        f"which is every payment of {MONTHS.pretty(horizon)}.",
        "owed_at_horizon": _owed(course, horizon),
        "equity_at_horizon": f"{cash(home_value)}, today’s value − {cash(owed)} owed = "
        f"{cash(left)}. A sale then would still cost something.",
        "paid_to_end": _to_end(course, values["paid_to_end"]),
        "unpaid_at_end": _never_paid(course, values["unpaid_at_end"]),
        "keeps_home": "Only while the lender does not act on what is past due."
        if course.stays_behind
        else "As long as every payment is made and nothing stays past due.",
    }


def _month(course: Course, month: int) -> str:
    """What one month's payment is made of."""
    parts = [f"{LOANS[each.who]} {cash(each.regular_in(month))}" for each in course.loans]
    caught_up = course.sum(lambda each: each.caught_up_in(month))
    if caught_up:
        parts.append(f"past due {cash(caught_up)}")
    beside = course.sum(lambda each: each.beside)
    if beside:
        parts.append(f"taxes and insurance {cash(beside)}")
    return f"Month {month}: {' + '.join(parts)} = {cash(course.payment_in(month))}."


def _owed(course: Course, month: int) -> str:
    """What is still owed after a month, loan by loan."""
    parts = [f"{LOANS[each.who]} {cash(each.balance_after(month))}" for each in course.loans]
    past_due = course.sum(lambda each: each.past_due_after(month))
    if past_due:
        parts.append(f"past due {cash(past_due)}")
    return f"After month {month}: {' + '.join(parts)} = {cash(course.owed_after(month))}."


def _to_end(course: Course, total: Decimal) -> str:
    """What is paid until the last loan is gone, loan by loan."""
    parts = [f"{LOANS[each.who]} {cash(each.paid_to_end)}" for each in course.loans]
    return (
        f"{cash(course.cash)} now + {' + '.join(parts)} = {cash(total)}. Taxes and insurance are "
        "not in it."
    )


def _never_paid(course: Course, total: Decimal) -> str:
    """What is past due and no payment settles."""
    if not course.stays_behind:
        return "Nothing past due is left unpaid."
    return f"{cash(total)} is past due, and no payment of this choice settles it."
