"""What to say beside the dates of the federal servicing rule: core/servicing.py's notes."""

from dataclasses import dataclass
from datetime import date

from calculators.core.answers import Note
from calculators.core.forms import DATE
from calculators.core.rules.foreclosure import FILING, RULES, WHOSE_SALE, Situation
from calculators.facts import fact

NO_FEDERAL_WAIT = (
    "No federal waiting period protects this loan. Your state's law and your contract decide; "
    "call legal aid today."
)
PERHAPS_NO_WAIT = (
    "The federal dates may not protect this loan, because it is not on your main home. Your "
    "state’s law and your contract decide; call legal aid today."
)


@dataclass(frozen=True)
class Words:
    """A note, and the facts that it rests on."""

    note: Note
    facts: tuple[str, ...]


def words_about(loan: Situation, filing: date | None) -> list[Words]:
    """What to do today first, then what could cost the home, then what is good to know."""
    said = [_today(loan), *_unsure(loan), *_whose_sale(loan)]
    said += [*_odd_dates(loan, filing), *_other_foreclosure(loan, filing), *_what_holds(loan)]
    return sorted(said, key=lambda words: words.note.kind != "warning")


def _warn(text: str, *facts: str) -> Words:
    return Words(Note("warning", text), facts)


def _info(text: str, *facts: str) -> Words:
    return Words(Note("info", text), facts)


def _today(loan: Situation) -> Words:
    """The one thing to do today: it leads the answer."""
    sale = loan.sale_date
    phone, cost = fact("hud_counselor_phone"), fact("foreclosure_counseling_cost")
    counselor = f"a housing counselor at {phone.text}, {cost.text}"
    facts = [phone.id, cost.id]
    if not loan.is_reached:
        text = NO_FEDERAL_WAIT if loan.loan_kind != "closed_end" else PERHAPS_NO_WAIT
        if loan.loan_kind == "not_sure":
            text = f"Until you know what kind of loan this is, count on this. {text}"
        if sale is not None:
            text += f" Say first that a sale is set for {DATE.pretty(sale)}."
        return _warn(f"{text} You can also call {counselor}.", *facts)
    if sale is None and loan.another_lender_foreclosing:
        text = "Another lender is foreclosing on the home. Call legal aid today"
        return _warn(f"{text}; then call {counselor}.", *facts)
    if sale is None:
        if loan.counts_as_small:
            ask = "what help it has, and get any agreement in writing"
        else:
            ask = (
                "for its application for help and the list of papers that make it complete, and "
                "send them in"
            )
        return _warn(f"Ask this loan’s servicer today {ask}. For help, call {counselor}.", *facts)
    text = (
        f"A sale is set for {DATE.pretty(sale)}. Call legal aid today and say that date first; "
        f"then call {counselor}."
    )
    if loan.sale_by == "second" and not loan.counts_as_small:
        limit = fact("full_review_days_before_sale")
        facts.append(limit.id)
        text += (
            f" If the sale is {limit.text} away or less, a new application may come too late to "
            "pause it; send it all the same."
        )
    return _warn(text, *facts)


def _unsure(loan: Situation) -> list[Words]:
    """Where we counted on the fewest protections because the reader was not sure."""
    if loan.loan_kind == "not_sure":
        return [
            _warn(
                "You are not sure what kind of loan this is. We count it as a line of credit "
                "(HELOC), the kind with the fewest protections. Look in the contract or ask the "
                "servicer, then answer again: a fixed loan may have all of these dates."
            )
        ]
    if loan.small_servicer == "not_sure" and loan.is_reached:
        return [
            _warn(
                "You are not sure whether the servicer is small. We count it as small, the kind "
                "with the fewest duties, so some of your dates may be missing here. Ask it how "
                "many home loans it services and whether all are its own, then answer again. "
                "Until you know, apply for help as early as you can.",
                "small_servicer_loans",
            )
        ]
    return []


def _whose_sale(loan: Situation) -> list[Words]:
    """Whose sale an application can pause."""
    if loan.sale_date is None:
        return [_info(f"If a sale is ever set, look whose it is. {WHOSE_SALE}")]
    if loan.sale_by == "first":
        return [_warn(_first_sale(loan, loan.sale_date), *_SALE_FACTS)]
    if loan.sale_by == "other":
        return [
            _warn(
                f"{WHOSE_SALE} This one is not your mortgage servicer’s. Ask the office or company "
                "that the notice names what stops the sale, and by when. If it is another mortgage "
                "lender, call that loan’s servicer today."
            )
        ]
    if loan.sale_by == "not_sure":
        return [
            _warn(
                f"{WHOSE_SALE} You are not sure whose it is, so we count on no date to apply by. "
                "Look at the notice of sale, or call the servicers of both mortgages today and ask."
            )
        ]
    if not loan.is_reached or loan.counts_as_small:
        return [
            _info(
                "There may be no federal rule that makes this servicer pause its sale for an "
                "application. Ask it in writing, all the same, what help it has."
            )
        ]
    return [
        _info(
            f"{WHOSE_SALE} Here that is this second mortgage’s servicer. An application to it does "
            "not pause anybody else’s sale."
        )
    ]


_SALE_FACTS = tuple(rule.fact_id for rule in RULES if rule.is_before_sale)


def _first_sale(loan: Situation, sale: date) -> str:
    """Another servicer's dates, which are no figures of this loan."""
    if not loan.main_home:
        return (
            f"{WHOSE_SALE} Here that is the first mortgage’s servicer: call that servicer today. "
            "On a home that is not your main home, the federal rule may not make it pause either."
        )
    by = {rule.key: DATE.pretty(rule.day(sale)) for rule in RULES if rule.is_before_sale}
    return (
        f"{WHOSE_SALE} These dates hold with the first mortgage’s servicer, if that loan is an "
        "ordinary mortgage on your main home and its servicer is not small: call that servicer "
        f"today. A complete application must arrive there by {by['apply_by_for_appeal']} to keep "
        "the right to appeal by this count, any application by "
        f"{by['apply_by_for_acknowledgment']} to be acknowledged, and a complete one by "
        f"{by['apply_by_for_full_review']} for a full review before the sale."
    )


def _odd_dates(loan: Situation, filing: date | None) -> list[Words]:
    """Dates that do not fit together: a slip of the pen, or a sale that comes too soon."""
    sale = loan.sale_date
    if sale is None:
        return []
    if sale < loan.oldest_unpaid_due_date:
        return [_warn("The sale comes before the oldest payment still unpaid. Check both dates.")]
    if loan.sale_by == "second" and filing is not None and sale <= filing:
        return [
            _warn(
                "The sale is set for no later than the first day on which the federal rule lets "
                f"this servicer begin foreclosure, {DATE.pretty(filing)}. Check both dates. If "
                "they are right, tell legal aid so today.",
                "first_filing_days",
            )
        ]
    return []


def _other_foreclosure(loan: Situation, filing: date | None) -> list[Words]:
    """What another lender's foreclosure changes: only the wait, and only for one who joins it."""
    if not loan.is_reached:
        return []
    if loan.another_lender_foreclosing:
        (wait,) = (rule for rule in RULES if rule.key == FILING)
        blocks = (
            ""
            if loan.counts_as_small
            else "A complete application that reaches it before its own first filing still blocks "
            "that filing. "
        )
        return [
            _warn(
                "Another lender is foreclosing. If this servicer joins that foreclosure, it need "
                "not wait. Before a foreclosure of its own, it must wait until "
                f"{DATE.pretty(wait.day(loan.oldest_unpaid_due_date))}. {blocks}An application "
                "to it does not stop the other lender: apply to that loan’s servicer too.",
                "joining_foreclosure_exception",
                "first_filing_days",
                "application_blocks_filing",
            )
        ]
    if loan.sale_date is not None and filing is not None and loan.sale_by in ("first", "other"):
        return [
            _warn(
                "You answered that no other lender is foreclosing, yet somebody else holds the "
                "sale. If that is a lender, this servicer may join its foreclosure without "
                f"waiting: do not count on {DATE.pretty(filing)}.",
                "joining_foreclosure_exception",
            )
        ]
    return []


def _what_holds(loan: Situation) -> list[Words]:
    """What the dates rest on, and what they do not do."""
    if loan.loan_kind != "closed_end":
        return [
            _info(
                "A HELOC lender may end the line early and ask for all of it only for a few "
                "reasons. Missed payments are one of them.",
                "heloc_early_repayment_rule",
            )
        ]
    if not loan.main_home:
        return [
            _info(
                "What counts as a main home depends on the facts and on state law. If yours may "
                "count, ask legal aid, and answer yes here to see the dates.",
                "regx_principal_residence",
            )
        ]
    return _of_a_loan_that_is_reached(loan)


def _of_a_loan_that_is_reached(loan: Situation) -> list[Words]:
    """How the rules count, whom they leave free, and where they end."""
    holds = [
        _info(
            "The count starts from the oldest payment still unpaid. A payment that is put to it "
            "moves the count to the next one. A new servicer does not start the count again.",
            "delinquency_start",
        ),
        _info(
            "The wait has two exceptions: a servicer that joins another lender’s foreclosure, and "
            "a home that changed hands against the contract (a due-on-sale clause). State law says "
            "which paper is the first filing: a letter that asks for payment mostly is not.",
            "first_filing_days",
        ),
    ]
    if loan.counts_as_small:
        holds += [
            _info(
                "While you keep to an agreement with it, a small servicer may not foreclose. It "
                "need not review an application, but ask: it may.",
                "small_servicer_exempt",
            )
        ]
    else:
        holds += [
            _info(
                "An application counts on the day it arrives. Send it early and keep proof. A "
                "servicer that has reviewed one complete application need not review another until "
                "you have caught up; a new servicer that is not small must review a new one.",
                "one_full_review",
            ),
        ]
    size = "" if loan.counts_as_small else " whose servicer is not small"
    return [
        *holds,
        _info(
            "Every day counts, weekends and holidays too, and no date moves for one. Dates that "
            "have gone by are shown as well."
        ),
        _info(
            f"These dates hold only for a fixed loan on your main home{size}. They can make a "
            "servicer wait, answer or review; no rule here makes it grant any particular help. A "
            "rewrite of these rules is pending: ask the counselor whether the dates still hold.",
            "regx_excludes_open_end",
            "regx_principal_residence",
            "small_servicer_exempt",
            "no_specific_option",
            "servicing_rewrite_pending",
        ),
    ]
