"""The sentences of the notes beside the federal servicing rule's dates."""

from collections.abc import Mapping
from datetime import date

from calculators.core.forms import DATE
from calculators.core.rules.foreclosure_words import WHOSE_SALE
from calculators.facts import fact

NO_FEDERAL_WAIT = (
    "No federal waiting period protects this loan. Your state's law and your contract decide; "
    "call legal aid today."
)
PERHAPS_NO_WAIT = (
    "The federal dates may not protect this loan, because it is not on your main home. Your "
    "state’s law and your contract decide; call legal aid today."
)
UNTIL_YOU_KNOW = "Until you know what kind of loan this is, count on this."
_PHONE = fact("hud_counselor_phone").text
_COST = fact("foreclosure_counseling_cost").text
ALSO_A_COUNSELOR = f"You can also call a housing counselor at {_PHONE}, {_COST}."


def no_rule_reaches(loan_kind: str, sale: date | None) -> str:
    """What leads where no federal date protects the loan."""
    sentences = [PERHAPS_NO_WAIT if loan_kind == "closed_end" else NO_FEDERAL_WAIT]
    if loan_kind == "not_sure":
        sentences.insert(0, UNTIL_YOU_KNOW)
    if sale is not None:
        sentences.append(f"Say first that a sale is set for {DATE.pretty(sale)}.")
    return " ".join([*sentences, ALSO_A_COUNSELOR])


def call_about_another_foreclosure() -> str:
    """What leads where somebody else forecloses, and no sale is set."""
    return (
        "Another lender is foreclosing on the home. Call legal aid today; then call a housing "
        f"counselor at {_PHONE}, {_COST}."
    )


def ask_the_servicer(counts_as_small: bool) -> str:
    """What leads while no sale is set."""
    if counts_as_small:
        return (
            "Ask this loan’s servicer today what help it has, and get any agreement in writing. "
            f"For help, call a housing counselor at {_PHONE}, {_COST}."
        )
    return (
        "Ask this loan’s servicer today for its application for help and the list of papers that "
        "make it complete, and send them in. For help, call a housing counselor at "
        f"{_PHONE}, {_COST}."
    )


def call_about_sale(sale: date) -> str:
    """What leads where a sale is set."""
    return (
        f"A sale is set for {DATE.pretty(sale)}. Call legal aid today and say that date first; "
        f"then call a housing counselor at {_PHONE}, {_COST}."
    )


def call_about_own_sale(sale: date) -> str:
    """The same, where an application can pause the sale."""
    limit = fact("full_review_days_before_sale").text
    return (
        f"{call_about_sale(sale)} If the sale is {limit} away or less, a new application may come "
        "too late to pause it; send it all the same."
    )


UNSURE_KIND = (
    "You are not sure what kind of loan this is. We count it as a line of credit (HELOC), the kind "
    "with the fewest protections. Look in the contract or ask the servicer, then answer again: a "
    "fixed loan may have all of these dates."
)
UNSURE_SIZE = (
    "You are not sure whether the servicer is small. We count it as small, the kind with the "
    "fewest duties, so some of your dates may be missing here. Ask it how many home loans it "
    "services and whether all are its own, then answer again. Until you know, apply for help as "
    "early as you can."
)

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


def first_sale(by: Mapping[str, date]) -> str:
    """Another servicer's dates, by key: they are no figures of this loan."""
    return (
        f"{WHOSE_SALE} These dates hold with the first mortgage’s servicer, if that loan is an "
        "ordinary mortgage on your main home and its servicer is not small: call that servicer "
        "today. A complete application must arrive there by "
        f"{DATE.pretty(by['apply_by_for_appeal'])} to keep the right to appeal by this count, any "
        f"application by {DATE.pretty(by['apply_by_for_acknowledgment'])} to be acknowledged, and "
        f"a complete one by {DATE.pretty(by['apply_by_for_full_review'])} for a full review before "
        "the sale."
    )


SALE_BEFORE_DUE = "The sale comes before the oldest payment still unpaid. Check both dates."


def sale_too_soon(filing: date) -> str:
    """A sale by this servicer before it may even begin."""
    return (
        "The sale is set for no later than the first day on which the federal rule lets this "
        f"servicer begin foreclosure, {DATE.pretty(filing)}. Check both dates. If they are right, "
        "tell legal aid so today."
    )


def joining(until: date) -> str:
    """Another lender forecloses, and this servicer is not small."""
    return (
        "Another lender is foreclosing. If this servicer joins that foreclosure, it need not wait. "
        f"Before a foreclosure of its own, it must wait until {DATE.pretty(until)}. A complete "
        "application that reaches it before its own first filing still blocks that filing. An "
        "application to it does not stop the other lender: apply to that loan’s servicer too."
    )


def joining_small(until: date) -> str:
    """The same, of a small servicer: an application does not bind it."""
    return (
        "Another lender is foreclosing. If this servicer joins that foreclosure, it need not wait. "
        f"Before a foreclosure of its own, it must wait until {DATE.pretty(until)}. An application "
        "to it does not stop the other lender: apply to that loan’s servicer too."
    )


def somebody_forecloses(filing: date) -> str:
    """The answers disagree: nobody else forecloses, and still somebody else holds the sale."""
    return (
        "You answered that no other lender is foreclosing, yet somebody else holds the sale. If "
        "that is a lender, this servicer may join its foreclosure without waiting: do not count on "
        f"{DATE.pretty(filing)}."
    )


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
    "The wait has two exceptions: a servicer that joins another lender’s foreclosure, and a home "
    "that changed hands against the contract (a due-on-sale clause). State law says which paper is "
    "the first filing: a letter that asks for payment mostly is not."
)
SMALL_KEEPS_AGREEMENTS = (
    "While you keep to an agreement with it, a small servicer may not foreclose. It need not "
    "review an application, but ask: it may."
)
ONE_FULL_REVIEW = (
    "An application counts on the day it arrives. Send it early and keep proof. A servicer that "
    "has reviewed one complete application need not review another until you have caught up; a new "
    "servicer that is not small must review a new one."
)
EVERY_DAY_COUNTS = (
    "Every day counts, weekends and holidays too, and no date moves for one. Dates that have gone "
    "by are shown as well."
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
