"""The sentences that lead beside the federal servicing rule's dates: what to do today."""

from datetime import date

from calculators.core.forms import DAY
from calculators.core.rules.dates import business_day_by
from calculators.core.rules.foreclosure import Situation
from calculators.core.rules.foreclosure_words import days_in_words
from calculators.facts import fact

NO_FEDERAL_WAIT = (
    "No federal waiting period protects this loan. Your state’s law and your contract decide; "
    "call legal aid today."
)
PERHAPS_NO_WAIT = (
    "The federal dates may not protect this loan, because it is not on your main home. Your "
    "state’s law and your contract decide; call legal aid today."
)
UNSURE_HOME = (
    "The federal dates protect only a loan on your main home, and you are not sure whether it is "
    "on that. Until you know, count on your state’s law and your contract; call legal aid today."
)
UNTIL_YOU_KNOW = "Until you know what kind of loan this is, count on this."
_PHONE = fact("hud_counselor_phone").text
_COST = fact("foreclosure_counseling_cost").text
_ALSO_A_COUNSELOR = f"You can also call a housing counselor at {_PHONE}, {_COST}."


def no_rule_reaches(loan: Situation) -> str:
    """What leads where no federal date protects the loan."""
    if loan.loan_kind == "closed_end":
        sentences = [UNSURE_HOME if loan.main_home == "not_sure" else PERHAPS_NO_WAIT]
    elif loan.loan_kind == "heloc":
        sentences = [NO_FEDERAL_WAIT]
    else:
        sentences = [UNTIL_YOU_KNOW, NO_FEDERAL_WAIT]
    if loan.sale_date is not None:
        day = DAY.pretty(loan.sale_date)
        if loan.is_gone(loan.sale_date):
            sentences.append(f"Say first that a sale was set for {day}, and ask if it was held.")
        else:
            sentences.append(f"Say first that a sale is set for {day}.")
    return " ".join([*sentences, _ALSO_A_COUNSELOR])


CALL_ABOUT_ANOTHER_FORECLOSURE = (
    "Another lienholder is foreclosing on the home. Call legal aid today; then call a housing "
    f"counselor at {_PHONE}, {_COST}."
)


def ask_the_servicer(is_small: bool) -> str:
    """What leads while no sale is set."""
    if is_small:
        return (
            "Ask this loan’s servicer today what help it has, and get any agreement in writing. "
            f"For help, call a housing counselor at {_PHONE}, {_COST}."
        )
    return (
        "Ask this loan’s servicer today for its application for help and the list of papers that "
        "make it complete, and send them in. For help, call a housing counselor at "
        f"{_PHONE}, {_COST}."
    )


def sale_gone(sale: date) -> str:
    """What leads where the sale’s day has gone by."""
    return (
        f"The sale was set for {DAY.pretty(sale)}, and that day has gone by. Call legal aid today "
        "and ask whether it was held, and what you can still do; then call a housing counselor at "
        f"{_PHONE}, {_COST}."
    )


def call_about_sale(sale: date, today: date | None) -> str:
    """What leads where a sale is set."""
    day = DAY.pretty(sale)
    if today is None:
        call = f"A sale is set for {day}. Call legal aid today and say that date first."
    elif sale == today:
        call = f"A sale is set for today, {day}. Call legal aid today, right away, and say so."
    else:
        left = days_in_words((sale - today).days)
        call = f"A sale is set for {day}, in {left}. Call legal aid today and say that date first."
    return f"{call} Then call a housing counselor at {_PHONE}, {_COST}."


_STILL_SEND_IT = (
    "Send it all the same: the loan’s owner may have rules of its own for late ones. If a complete "
    "one arrived in time, or before a sale was set, its rights stay: tell legal aid so."
)


def call_about_own_sale(sale: date, review_by: date, loan: Situation) -> str:
    """The same, where an application can pause the sale if it has arrived by `review_by`."""
    call = call_about_sale(sale, loan.today)
    if loan.today is None:
        limit = fact("full_review_days_before_sale").text
        return (
            f"{call} If the sale is {limit} away or less, a new application may come too late to "
            "pause it; send it all the same."
        )
    if loan.is_gone(review_by):
        return (
            f"{call} A new application comes too late for the federal review that would pause this "
            f"sale. {_STILL_SEND_IT}"
        )
    by = f"{call} A complete application must be there by {_there_by(review_by, loan)} for a review"
    if loan.small_servicer == "not_sure":
        if loan.already_reviewed == "no":
            return f"{by} that pauses this sale, and only a servicer that is not small must do one."
        return (
            f"{by} that pauses this sale. Only a servicer that is not small must do one, and not "
            "if it already did since you were last up to date."
        )
    if loan.already_reviewed == "no":
        return f"{by} that pauses this sale."
    return (
        f"{by} that pauses this sale, and the servicer need not review one if it already did since "
        "you were last up to date."
    )


def call_about_first_sale(sale: date, review_by: date, loan: Situation) -> str:
    """The same, where it is the first mortgage’s sale: an application there could pause it."""
    call = call_about_sale(sale, loan.today)
    if loan.is_gone(review_by):
        return (
            f"{call} A new application to the first mortgage’s servicer comes too late for the "
            f"federal review that would pause this sale. {_STILL_SEND_IT}"
        )
    return (
        f"{call} Call the first mortgage’s servicer today too. A complete application must be "
        f"there by {_there_by(review_by, loan)} for a review that pauses this sale. That holds for "
        "an ordinary mortgage on your main home, if its servicer is not small, and has not "
        "reviewed one since that loan was last up to date."
    )


def _there_by(review_by: date, loan: Situation) -> str:
    """The last day on which papers can come, as a business day where one is left."""
    by = business_day_by(review_by)
    return DAY.pretty(review_by if loan.is_gone(by) else by)


def own_sale_reviewed(sale: date, today: date | None) -> str:
    """The same, where the servicer has already reviewed an application."""
    return (
        f"{call_about_sale(sale, today)} This servicer already reviewed a complete application, so "
        "it need not review a new one until you have caught up. But if your appeal is open, an "
        "offer still waits for your answer, or you keep to an agreement, it may not be allowed to "
        "hold this sale: tell legal aid so."
    )
