"""What two offers side by side say. Each sentence is whole."""

LABELS = {
    "what": "Kind of offer",
    "offered_by": "Who offers it",
    "payment": "Payment each month",
    "months": "How long",
    "rate": "Interest rate",
    "at_end": "Due at once at the end",
    "cash_now": "Cash now",
    "starts_from": "Amount that bears interest",
    "total": "All paid, to its end",
}
SAME = "The same."
OTHER_KIND = "Not the same kind."
OTHER_COMPANY = "Not the same company."
ONE_MORE = "Fill in the other offer too, and this says what differs."
_LESS = {
    "payment": "Offer {lower} is {by} less a month.",
    "months": "Offer {lower} is {by} shorter.",
    "rate": "Offer {lower} is {by} percentage points lower.",
    "at_end": "Offer {lower} leaves {by} less to the end.",
    "cash_now": "Offer {lower} needs {by} less now.",
    "starts_from": "Offer {lower} is {by} less.",
    "total": "Offer {lower} costs {by} less in all.",
}


def less(key: str, lower: int, by: str) -> str:
    return _LESS[key].format(lower=lower, by=by)


def in_offer(number: int, label: str, message: str) -> str:
    return f"Offer {number}, {label}: {message}"


def in_both(label: str, message: str) -> str:
    return f"{label}: {message}"


def too_much_set_aside(number: int) -> str:
    return f"Offer {number}: more is set aside than you owe. Look at that sum again."


def verdict(payment: int, total: int, sums: int) -> str:
    """What matters most of what differs; 0 is the same. `sums` are cash now and at the end."""
    leads = {each for each in (payment, total, sums) if each}
    if not leads:
        return "By these figures the two come to the same. Read the rest of both papers."
    if len(leads) == 1:
        (lead,) = leads
        return (
            f"By these figures, nothing in offer {lead} is higher: payment, sums at once, and all "
            "that is paid. Read the rest of both papers."
        )
    if payment and total and payment != total:
        return (
            f"Offer {payment} has the lower payment, but offer {total} costs less in all. A lower "
            "payment helps only if you can keep it up to the end."
        )
    lower = payment or total
    return (
        f"Offer {lower} is lower each month or in all, but offer {sums} asks for less at once. Can "
        "you pay that sum?"
    )
