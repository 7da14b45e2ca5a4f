"""What a plan says of a household's own numbers. Each sentence is whole."""

from datetime import date
from decimal import Decimal

NEXT_PAYMENT = "The next payment"
NEXT_PAYMENT_WHY = "It falls on the same day of the month as the oldest payment still unpaid."
DRAW_ENDS = "The time to borrow on your line ends"
DRAW_ENDS_WHY = (
    "Counted from the months that you gave. The first new payment comes after it: ask when."
)
THE_SALE = "The foreclosure sale"
THE_SALE_WHY = "The day you gave. Ask each week, and the day before, whether it has moved."

MATTERS = {
    "keep": "Keep the home",
    "payment": "Lowest payment now",
    "total": "Least in all",
    "fast": "Out fastest",
}
TOTAL_MEANS = "“Least in all” counts to each loan’s end."
SALE_COSTS_RENT = "Your rent, which nobody here knows."
NO_OFFER = "Ask for terms"
NOTHING_TO_ADD = "Nothing more is needed for this plan."
LETTERS_WAIT = "after a lawyer has looked"


def dollars(amount: Decimal) -> str:
    """Whole dollars: cents would claim more than an estimate knows."""
    return f"${amount.to_integral_value():,}"


def weekday(day: date) -> str:
    return f"{day:%A}, {day:%B} {day.day}, {day.year}"


def left(day: date, today: date) -> str:
    """How far off a day is that has not gone by."""
    days = (day - today).days
    if days == 0:
        return "Today."
    return "Tomorrow." if days == 1 else f"In {days} days."


def catch_up(amount: Decimal, plan: Decimal, regular: Decimal, months: int) -> str:
    return (
        f"To catch up: about {dollars(amount)} now, or {dollars(plan)} a month for {months} months "
        f"and then {dollars(regular)} again, if they agree."
    )


def catch_up_why(missed: int) -> str:
    return (
        f"It counts {missed} missed payments and the fees that you gave. Ask the lender for the "
        "exact sum."
    )


def line_payment(now: Decimal, low: Decimal, high: Decimal, months: int) -> str:
    if low == high:
        return (
            f"With {months} months to pay back, {dollars(now)} a month may become {dollars(high)}."
        )
    return (
        f"With {months} months to pay back, {dollars(now)} a month may become {dollars(low)} to "
        f"{dollars(high)}."
    )


def line_payment_why(guessed: bool) -> str:
    if guessed:
        return (
            "We do not know how many months your papers give you, so this takes our example’s. It "
            "also depends on how your lender works the payment out."
        )
    return "It depends on how your lender works the payment out."


def too_much(short: Decimal) -> str:
    return f"The higher one is {dollars(short)} a month more than you said you can pay."


def fits(most: Decimal) -> str:
    return f"Both are within the {dollars(most)} that you said you can pay."


def ask_for_terms(months: int | None, amount: Decimal | None) -> str:
    """Without an offer: which length brings the payment to what can be paid."""
    if amount is None:
        return (
            "Ask for terms. Fill in the most you can pay, and this says how long a loan that takes."
        )
    if months is None:
        return (
            "Ask for terms, and for a lower rate: at your rate no length brings the payment to "
            f"the {dollars(amount)} you can pay."
        )
    return (
        f"Ask for terms. At your rate, about {months} months would bring it to the "
        f"{dollars(amount)} you can pay."
    )


def ties(names: list[str]) -> str:
    return f"The same by this as: {', '.join(names)}."


def home_in(state: str, law_read: bool) -> str:
    if law_read:
        return (
            f"We have read only a part of the law of {state}. Ask legal aid what else protects you "
            "there: “How much notice must I get? Until when can I catch up?”"
        )
    return (
        f"We have not read the law of {state}. That does not mean you have no rights. Ask legal "
        "aid: “How much notice must I get? Until when can I catch up? What happens after a sale?”"
    )
