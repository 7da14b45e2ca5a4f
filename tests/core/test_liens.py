"""The order in which liens are paid, and how facts and verdicts read."""

from decimal import Decimal

import pytest

from calculators.core.answers import paid_in_order_in_words
from calculators.core.forms import VerdictKind
from calculators.core.loans import pay_liens
from calculators.core.loans.liens import pay_in_order
from calculators.facts import fact


def test_each_claim_waits_for_the_one_before() -> None:
    claims = [Decimal(50), Decimal(30), Decimal(20)]
    assert pay_in_order(Decimal(65), claims) == [50, 15, 0]
    assert pay_in_order(Decimal(500), claims) == claims
    assert pay_in_order(Decimal(-1), claims) == [0, 0, 0]


def test_the_words_name_every_lien_that_is_owed() -> None:
    liens = pay_liens(
        Decimal(250),
        senior_liens=Decimal(0),
        first_payoff=Decimal(200),
        payoff=Decimal(75),
        junior_liens=Decimal(0),
    )
    said = paid_in_order_in_words(Decimal(250), liens.values())
    assert said.endswith("First mortgage $200.00 of $200.00; Second mortgage $50.00 of $75.00.")
    assert paid_in_order_in_words(Decimal(0), liens.values()).startswith("The selling costs take")
    assert paid_in_order_in_words(Decimal(250), []).endswith("no lender to pay.")


def test_a_verdict_is_a_sentence_for_people_and_a_boolean_for_programs() -> None:
    verdict = VerdictKind("Yes, but ask", "No, but ask")
    assert [verdict.pretty(answer) for answer in (True, False)] == ["Yes, but ask", "No, but ask"]
    assert verdict.plain(True) is True


def test_a_fact_is_a_decimal_only_where_it_is_a_number() -> None:
    assert fact("commission_percent").decimal == Decimal("5.5")
    assert fact("selling_cost_percent").decimal == 8
    with pytest.raises(TypeError, match="hud_counselor_phone is not a number"):
        _ = fact("hud_counselor_phone").decimal
