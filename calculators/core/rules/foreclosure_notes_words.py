"""The sentences of the notes beside the federal servicing rule's dates, after the first one."""

from collections.abc import Mapping
from datetime import date

from calculators.core.forms import DAY
from calculators.core.rules.foreclosure_words import WHOSE_SALE

UNSURE = (
    "You are not sure of something that decides your dates. We leave out a date that you may not "
    "have, and say so where one is in doubt. See below what each missing answer would change, and "
    "how to find it out."
)
UNSURE_IN_TIME = f"{UNSURE} Until you know, apply for help as early as you can."
IF_A_SALE_IS_SET = f"If a sale is ever set, look whose it is. {WHOSE_SALE}"
OTHER_SALE = (
    f"{WHOSE_SALE} This one is not your mortgage servicer’s. Ask the office or company that the "
    "notice names what stops the sale, and by when. If it is another mortgage lender, call that "
    "loan’s servicer today."
)
UNSURE_WHOSE_SALE = (
    f"{WHOSE_SALE} You are not sure whose it is, so we count on no date to apply by. Look at the "
    "notice of sale, or call the servicers of both mortgages today and ask."
)
OWN_SALE_NO_RULE = (
    "There may be no federal rule that makes this servicer pause its sale for an application. Ask "
    "it in writing, all the same, what help it has."
)
OWN_SALE = (
    f"{WHOSE_SALE} Here that is this second mortgage’s servicer. An application to it does not "
    "pause anybody else’s sale."
)
FIRST_SALE_ELSEWHERE = (
    f"{WHOSE_SALE} Here that is the first mortgage’s servicer: call that servicer today. On a home "
    "that is not your main home, the federal rule may not make it pause either."
)


_THERE = {
    "apply_by_for_appeal": "A complete application must arrive there by {day} to keep the right to "
    "appeal by this count.",
    "apply_by_for_acknowledgment": "Any application must arrive there by {day} to be acknowledged.",
    "apply_by_for_full_review": "A complete one must arrive there by {day} for a full review "
    "before the sale.",
}


def first_sale(by: Mapping[str, date]) -> str:
    """Another servicer's dates that are left, by key: they are no figures of this loan."""
    call = f"{WHOSE_SALE} Here that is the first mortgage’s servicer: call that servicer today."
    if not by:
        return (
            f"{call} Under the federal rule, a new application there comes too late to pause this "
            "sale. Send one all the same, and ask legal aid today what else can stop it."
        )
    days = " ".join(_THERE[key].format(day=DAY.pretty(day)) for key, day in by.items())
    return (
        f"{call} These days hold with it if that loan is an ordinary mortgage on your main home, "
        "its servicer is not small, and it has not already reviewed a complete application since "
        f"that loan was last up to date. {days}"
    )


def due_ahead(due: date) -> str:
    """A payment that cannot be late yet."""
    return f"The oldest unpaid payment that you gave is not due before {DAY.pretty(due)}. Check it."


SALE_BEFORE_DUE = "The sale comes before the oldest payment still unpaid. Check both dates."


def sale_too_soon(filing: date) -> str:
    """A sale by this servicer before it may even begin."""
    return (
        "The sale is set for no later than the first day on which the federal rule lets this "
        f"servicer begin foreclosure, {DAY.pretty(filing)}. Check both dates. If they are right, "
        "tell legal aid so today."
    )


def joining(until: date, is_gone: bool, application_blocks: bool) -> str:
    """Another lienholder forecloses. `until` is the first day of a filing of this servicer's own.

    `application_blocks`: a complete application would hold back that filing.
    """
    sentences = [
        "Another lienholder is foreclosing.",
        "If this servicer joins that foreclosure, it need not wait.",
        f"Its wait before a foreclosure of its own ended on {DAY.pretty(until)}."
        if is_gone
        else f"Before a foreclosure of its own, it must wait until {DAY.pretty(until)}.",
        "An application to it does not stop the other lienholder: if that is a mortgage lender, "
        "apply to that loan’s servicer too.",
    ]
    if application_blocks:
        sentences.insert(
            3,
            "A complete application that reaches it before its own first filing still blocks that "
            "filing.",
        )
    return " ".join(sentences)


def may_join(filing: date | None, answers_disagree: bool) -> str:
    """Somebody else may be foreclosing. `filing` is the day that cannot be counted on, if ahead."""
    sentences = [
        "Somebody else may be foreclosing on the home. If this servicer joins the foreclosure of "
        "another lienholder, such as a lender, an association or a holder of a tax lien, it need "
        "not wait."
    ]
    if answers_disagree:
        sentences.insert(
            0,
            "You answered that nobody else is foreclosing, yet somebody else holds the sale.",
        )
    if filing is not None:
        sentences.append(f"So do not count on {DAY.pretty(filing)}.")
    return " ".join(sentences)


HELOC_CALLED_DUE = (
    "A HELOC lender may end the line early and ask for all of it only for a few reasons. Missed "
    "payments are one of them."
)
WHAT_IS_A_MAIN_HOME = (
    "What counts as a main home depends on the facts and on state law. If yours may count, ask "
    "legal aid, and answer yes here to see the dates."
)
OLDEST_UNPAID = (
    "The count starts from the oldest payment still unpaid. A payment that is put to it moves the "
    "count to the next one. A new servicer does not start the count again."
)
EXCEPTIONS_TO_THE_WAIT = (
    "The wait has two exceptions: a servicer that joins the foreclosure of another lienholder, and "
    "a home that changed hands against the contract (a due-on-sale clause). State law says which "
    "paper is the first filing: a letter that was only mailed to you usually is not."
)
SMALL_KEEPS_AGREEMENTS = (
    "While you keep to an agreement with it, a small servicer may not foreclose. It need not "
    "review an application, but ask: it may."
)
REVIEWED = (
    "This servicer need not review another application until you have caught up, but ask: it may. "
    "A new servicer that is not small must review a new one."
)
ONE_FULL_REVIEW = (
    "A servicer that has reviewed one complete application need not review another until you have "
    "caught up; a new servicer that is not small must review a new one."
)
SEND_IT_EARLY = (
    f"An application counts on the day it arrives. Send it early and keep proof. {ONE_FULL_REVIEW}"
)
LISTED_PAPERS = (
    "Once you have sent all that its letter listed, the holds on its first filing and its sale "
    "stay while it asks for more, until you have had a reasonable time to send that. Miss that "
    "time, and the application counts as incomplete."
)
SILENCE_IS_NO = (
    "If it offers help, answer by the day that its letter names. No answer by then can count as a "
    "no, and then the foreclosure may go on."
)


def every_day_counts(today: date | None) -> str:
    """How the days are counted, and from which."""
    if today is None:
        return (
            "Every day counts, weekends and holidays too, and no date moves for one. Dates that "
            "have gone by are shown as well."
        )
    return (
        "Every day counts, weekends and holidays too, and no date moves for one. What is gone and "
        f"what is left is counted from {DAY.pretty(today)}."
    )


DATES_HOLD_FOR_SMALL = (
    "These dates hold only for a fixed loan on your main home. They can make a servicer wait, "
    "answer or review; no rule here makes it grant any particular help. A rewrite of these rules "
    "is pending: ask the counselor whether the dates still hold."
)
DATES_HOLD = (
    "These dates hold only for a fixed loan on your main home whose servicer is not small. They "
    "can make a servicer wait, answer or review; no rule here makes it grant any particular help. "
    "A rewrite of these rules is pending: ask the counselor whether the dates still hold."
)
