"""The charts: what is drawn is what the table says, inside the drawing, and nothing else."""

import re
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calculators import CALCULATORS, run
from calculators.compare.options import OPTION
from calculators.core.answers import Bars, dollars
from calculators.core.forms import DATE, MONEY, boxes
from calculators.core.pages import answer
from calculators.core.pages.charts import draw
from calculators.core.pages.charts.plot import (
    MOST_POINTS,
    dollar_ticks,
    month_ticks,
    thinned,
    wrapped,
)
from tests.draws import draws
from tests.test_properties import example_of, filled_in

quickly = draws(40)
DRAWN = [slug for slug, calculator in CALCULATORS.items() if calculator.charts]
MONEY_BOXES = [box.name for box in boxes(CALCULATORS["budget"].inputs)]
# What a coordinate, written to a tenth, may be off by.
ROUNDED = Decimal("0.051")


def reply_to(slug: str, **answers: str) -> dict[str, Any]:
    reply = run(slug, example_of(slug) | answers)
    assert reply["ok"], reply
    return reply


def svg_of(html: str) -> ET.Element:
    (svg,) = ET.fromstring(f"<a>{html}</a>").iter("svg")
    return svg


def drawn(slug: str, reply: dict[str, Any]) -> list[ET.Element]:
    """The drawings of a reply."""
    html = [draw(chart, CALCULATORS[slug], reply) for chart in CALCULATORS[slug].charts]
    return [svg_of(part) for part in html if part]


def chart_of(slug: str, **answers: str) -> ET.Element:
    (svg,) = drawn(slug, reply_to(slug, **answers))
    return svg


def words(svg: ET.Element) -> list[str]:
    return [text.text or "" for text in svg.iter("text")]


def looking(svg: ET.Element, tag: str, look: str) -> list[ET.Element]:
    return [each for each in svg.iter(tag) if look in (each.get("class") or "").split()]


def points(path: ET.Element) -> list[tuple[Decimal, Decimal]]:
    """Where a path goes, whatever letters it uses."""
    places: list[tuple[Decimal, Decimal]] = []
    x = y = Decimal(0)
    for letter, numbers in re.findall(r"([MLHVv])([\d. -]+)", path.get("d") or ""):
        given = [Decimal(number) for number in numbers.split()]
        if letter in "ML":
            x, y = given
        elif letter == "H":
            (x,) = given
        else:
            y = given[0] + (y if letter == "v" else 0)
        places.append((x, y))
    assert places
    return places


def lines_of(svg: ET.Element) -> list[list[tuple[Decimal, Decimal]]]:
    """The lines themselves; a sample beside a line's name is level."""
    lines = [points(path) for path in looking(svg, "path", "chart-line")]
    return [line for line in lines if line[0][1] != line[-1][1]]


def bars_of(svg: ET.Element) -> list[tuple[Decimal, Decimal]]:
    """Where each filled bar starts and ends, from left to right."""
    ends = [points(path) for path in looking(svg, "path", "chart-bar")]
    return [(start[0], end[0]) for start, end in ends]


@pytest.mark.parametrize("slug", DRAWN)
@quickly
@given(data=st.data())
def test_nothing_is_drawn_outside(slug: str, data: st.DataObject) -> None:
    reply = run(slug, data.draw(filled_in(CALCULATORS[slug])))
    for svg in drawn(slug, reply) if reply["ok"] else ():
        _, _, width, height = map(Decimal, (svg.get("viewBox") or "").split())
        places = [place for path in svg.iter("path") for place in points(path)]
        for each in svg.iter("text"):
            places.append((Decimal(each.get("x") or ""), Decimal(each.get("y") or "")))
        for each in svg.iter("rect"):
            x, y, wide, high = (
                Decimal(each.get(name) or "") for name in ["x", "y", "width", "height"]
            )
            assert wide >= 0
            places += [(x, y), (x + wide, y + high)]
        assert len(places) > 2
        for x, y in places:
            assert 0 <= x <= width + ROUNDED and 0 <= y <= height + ROUNDED


@pytest.mark.parametrize("slug", DRAWN)
@quickly
@given(data=st.data())
def test_a_chart_is_one_image_with_one_sentence(slug: str, data: st.DataObject) -> None:
    reply = run(slug, data.draw(filled_in(CALCULATORS[slug])))
    for svg in drawn(slug, reply) if reply["ok"] else ():
        assert svg.get("role") == "img"
        assert re.fullmatch(r"[A-Z$].+[^.]\.", svg.get("aria-label") or "")
        (group,) = svg
        assert group.get("aria-hidden") == "true"
        for each in svg.iter():
            assert each.tag in {"svg", "g", "path", "rect", "circle", "text"}
            assert not {"style", "id", "href", "onclick"} & set(each.attrib)
            for name, value in each.attrib.items():
                if name not in ("class", "aria-label"):
                    assert not re.search(r"\.\d\d|-0(?!\.)|E", value), (name, value)


# A loan with something to draw; a balloon of more months than are left is refused.
loans = st.fixed_dictionaries(
    {
        "balance": st.decimals("100", "900000", places=2).map(str),
        "annual_rate": st.decimals("0", "25", places=3).map(str),
        "months_left": st.integers(2, 600).map(str),
        "balloon_month": st.integers(0, 90).map(str),
    }
)


@quickly
@given(loans)
def test_a_line_is_its_column(loan: dict[str, str]) -> None:
    """From what is owed today to nothing, never up, and each point is a row of the table."""
    reply = run("payment", loan)
    if not reply["ok"]:
        return
    (svg,) = drawn("payment", reply)
    (line,) = lines_of(svg)
    start = Decimal(reply["inputs"]["balance"])
    owed = [start, *(Decimal(row[-1]) for row in reply["tables"]["schedule"]["rows"])]
    (left, top), (right, bottom) = line[0], line[-1]
    assert len(line) == min(len(owed), MOST_POINTS)
    assert bottom - top == 150
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(line))
    for x, y in line:
        month = (x - left) * (len(owed) - 1) / (right - left)
        # A month may be narrower than a tenth of a unit: then it is one of its neighbors.
        near = range(max(0, int(month) - 1), min(int(month) + 3, len(owed)))
        assert any(abs(bottom - y - 150 * owed[at] / start) <= ROUNDED for at in near)
    before_last = bottom - line[-2][1]
    assert abs(before_last - 150 * owed[-2] / start) <= ROUNDED, "the last drop is all of it"
    said = svg.get("aria-label") or ""
    assert MONEY.pretty(start) in said and MONEY.pretty(start) in words(svg)[-1]


@quickly
@given(st.integers(2, 600))
def test_thinning_keeps_the_ends(many: int) -> None:
    line = [(Decimal(at), Decimal(at * at)) for at in range(many)]
    kept = thinned(line)
    assert len(kept) == min(many, MOST_POINTS)
    assert kept == sorted(set(kept)) and set(kept) <= set(line)
    assert (kept[0], kept[-2:]) == (line[0], line[-2:])


@quickly
@given(st.decimals("0.01", "200000000", places=2))
def test_ticks_are_few_round_and_within(highest: Decimal) -> None:
    ticks = dollar_ticks(highest)
    assert ticks[0] == 0 and ticks[-1] <= highest and 2 <= len(ticks) <= 5
    step = ticks[1]
    assert ticks == [step * at for at in range(len(ticks))]
    assert step.normalize().as_tuple().digits in {(1,), (2,), (5,)}


def test_months_and_years_on_the_axis() -> None:
    assert month_ticks(7) == ([0, 2, 4, 6], 1, "Months from today")
    assert month_ticks(180) == ([0, 60, 120, 180], 12, "Years from today")
    for last in range(1, 601):
        ticks, unit, _ = month_ticks(last)
        assert 2 <= len(ticks) <= 7 and ticks[-1] <= last
        assert all(tick % unit == 0 for tick in ticks)


def test_words_are_wrapped_and_never_cut() -> None:
    text = "Last day for a complete application to arrive"
    lines = wrapped(text, Decimal(120))
    assert lines == ["Last day for a", "complete", "application to", "arrive"]
    assert wrapped("Unbreakable", Decimal(1)) == ["Unbreakable"]


def test_one_falling_line_in_words() -> None:
    svg = chart_of("payment")
    assert svg.get("aria-label") == (
        "What you owe falls from $52,000.00 to nothing in 180 months (15 years)."
    )
    assert words(svg) == [
        *("$0", "$20,000", "$40,000", "0", "5", "10", "15", "Years from today"),
        "$52,000.00 today",
    ]
    short = chart_of("payment", months_left="1")
    assert "to nothing in 1 month." in (short.get("aria-label") or "")


def test_all_due_at_once_is_said() -> None:
    said = chart_of("payment", balloon_month="60").get("aria-label") or ""
    left = reply_to("payment", balloon_month="60")["tables"]["schedule"]["rows"][58][-1]
    assert MONEY.pretty(Decimal(left)) in said
    assert said.endswith("in 59 months (4 years, 11 months), and the rest is due a month later.")


def test_two_lines_differ_by_more_than_colour() -> None:
    svg = chart_of("refinance")
    first, second = lines_of(svg)
    assert second[-1][0] > first[-1][0] and first[-1][1] == second[-1][1]
    for look in ("chart-a", "chart-b"):
        assert len(looking(svg, "path", look)) == 2, "the line, and the sample beside its name"
    assert "Now: $52,000.00, 180 months" in words(svg)
    assert "New loan: $52,000.00, 240 months" in words(svg)
    financed = chart_of("refinance", finance_costs="yes", include_first="yes",
        first_balance="210000", first_annual_rate="3.5", first_months_left="300")  # fmt: skip
    assert "New loan: $264,000.00, 240 months" in words(financed)


def test_a_deferral_falls_due_where_the_new_terms_end() -> None:
    svg = chart_of("modification", deferred_principal="20000", months_left="360")
    _, new = lines_of(svg)
    (_, top), (_, bottom) = new[-2:]
    assert abs(bottom - top - 150 * Decimal("20221") / 53280) < 1
    only_new = chart_of("modification", balance="0")
    assert len(lines_of(only_new)) == 1
    assert [text for text in words(only_new) if ":" in text] == ["New terms: $1,280.00, 240 months"]
    assert looking(only_new, "path", "chart-b") and not looking(only_new, "path", "chart-a")


def test_bars_are_as_long_as_their_amounts() -> None:
    svg = chart_of("heloc")
    assert words(svg) == [
        *("Interest-only payment now", "$400.83", "Payment after the draw period", "$834.16"),
    ]
    now, then = bars_of(svg)
    assert now[0] == then[0] == 0
    assert abs(now[1] / then[1] - Decimal("400.83") / Decimal("834.16")) < Decimal("0.01")
    balloon = chart_of("heloc", repayment_months="0")
    assert "$52,000.00" in words(balloon)


def test_less_than_nothing_goes_the_other_way() -> None:
    svg = chart_of("budget")
    into, out, left_over = bars_of(svg)
    assert words(svg)[-1] == "−$173.51"
    assert into[0] == out[0] == left_over[1] > left_over[0] == 0
    dollars = (out[1] - out[0]) / Decimal("4398.51")
    assert abs(left_over[1] - dollars * Decimal("173.51")) <= 2 * ROUNDED
    plenty = chart_of("budget", take_home_income="9000")
    assert {start for start, _ in bars_of(plenty)} == {0}


def test_bars_by_row_with_two_columns() -> None:
    """Rows of a table; one without a value says that it does not apply."""
    chart = Bars("The choices", "options", "option", ("due_now", "monthly_payment"))
    svg = svg_of(draw(chart, CALCULATORS["catch_up"], reply_to("catch_up")))
    reinstate = run("catch_up", example_of("catch_up"))["figures"]["reinstatement_amount"]
    assert words(svg)[:4] == ["Due now", "Then each month", "Pay it all at once", "$1,680.54"]
    assert MONEY.pretty(Decimal(reinstate)) == "$1,680.54"
    striped = looking(svg, "path", "chart-b")
    assert len(striped) == len(looking(svg, "path", "chart-a")) == 1 + 4
    assert "Pay it all at once: $1,680.54 and $535.18; " in (svg.get("aria-label") or "")
    lines = Bars("Money in", "lines", "line", ("money_in",))
    svg = svg_of(draw(lines, CALCULATORS["budget"], reply_to("budget")))
    assert words(svg).count("does not apply") == len(words(svg)) // 2 - 2
    assert "Food: does not apply; " in (svg.get("aria-label") or "")


def test_who_gets_what_adds_up_to_the_price() -> None:
    for slug in ("sale", "equity"):
        svg = chart_of(slug, senior_liens="4000")
        bars = bars_of(svg)
        assert len(bars) == 5
        assert bars[0][0] == 0 and bars[-1][1] == 300
        assert all(abs(a[1] - b[0]) <= 2 * ROUNDED for a, b in pairwise(bars)), "end to end"
        assert not looking(svg, "rect", "chart-missing")
        left = reply_to(slug, senior_liens="4000")["figures"]
        yours = dollars(Decimal(left.get("net_proceeds") or left["net_after_sale"]))
        assert words(svg)[-1] == f"Left for you: {yours}"
        said = svg.get("aria-label") or ""
        assert said.startswith("A sale at $300,000 pays everyone: selling costs $2")
        assert said.endswith(f"; {yours} is left for you.") and "in full" in said


def test_where_the_money_runs_out() -> None:
    """What is paid is solid, what is not is hatched, and a line stands where the price ends."""
    asked = {"sale_price": "220000", "payoff": "53200", "junior_liens": "7000"}
    svg, reply = chart_of("sale", **asked), reply_to("sale", **asked)
    assert not any(text.startswith("Left for you") for text in words(svg))
    costs, first, second, behind = words(svg)[:4]
    assert costs == "1. Selling costs: $18,100, paid in full"
    assert first == "2. First mortgage: $210,000, only $201,900"
    assert (second, behind) == ("paid", "3. Second mortgage: $53,200, nothing paid")
    missing = dollars(Decimal(reply["figures"]["shortfall"]))
    assert (svg.get("aria-label") or "").endswith(f"; {missing} is missing.")
    assert f"{missing} is missing." in " ".join(words(svg))
    (price,) = {points(rule)[0][0] for rule in looking(svg, "path", "chart-axis")}
    solid = [points(path) for path in looking(svg, "path", "chart-ink")]
    hatched = [points(path) for path in looking(svg, "path", "chart-missing")]
    assert len(solid) == 2 and len(hatched) == 3, "the end of the first, and two liens"
    assert solid[-1][-1][0] == price == hatched[0][0][0]
    scale = Decimal(300) / (18_100 + 210_000 + 53_200 + 7_000)
    assert abs(price - 220_000 * scale) <= ROUNDED


@quickly
@given(data=st.data())
def test_a_waterfall_pays_what_its_table_says(data: st.DataObject) -> None:
    """Solid and hatched are what the table says of each claim, to a tenth of a unit."""
    reply = run("sale", data.draw(filled_in(CALCULATORS["sale"])))
    price = Decimal(reply["inputs"]["sale_price"]) if reply["ok"] else Decimal(0)
    if not price:
        return
    (svg,) = drawn("sale", reply)
    costs, left = (Decimal(reply["figures"][key]) for key in ("selling_costs", "net_proceeds"))
    owed = [Decimal(row[1]) for row in reply["tables"]["liens"]["rows"]]
    paid = [Decimal(row[2]) for row in reply["tables"]["liens"]["rows"]]
    expected = [min(costs, price), *paid, max(left, Decimal(0))]
    missing = [costs - expected[0], *(a - b for a, b in zip(owed, paid, strict=True))]
    scale = 300 / max(price, price - left)
    for looks, amounts in ((("chart-ink", "chart-a"), expected), (("chart-missing",), missing)):
        bars = [points(path) for look in looks for path in looking(svg, "path", look)]
        lengths = [end[0] - start[0] for start, end in bars]
        assert len(lengths) == sum(1 for amount in amounts if amount)
        for length, amount in zip(lengths, filter(None, amounts), strict=True):
            assert abs(length - amount * scale) <= 2 * ROUNDED


def test_choices_have_their_bars_and_a_sale_no_payment() -> None:
    svg, reply = chart_of("compare"), reply_to("compare")
    names = [text.text for text in looking(svg, "text", "chart-strong")]
    assert names == [
        label for key, label in OPTION.choices if reply["figures"][f"{key}__keeps_home"] is not None
    ]
    said = svg.get("aria-label") or ""
    assert "Sell the home: each month your rent, to the end nothing more" in said
    # A payment for each choice but the sale, and for each what it takes in all.
    solid = [points(path) for path in looking(svg, "path", "chart-a")]
    assert len(solid) == 2 * (len(names) - 1)
    payments = [
        Decimal(reply["figures"][f"{key}__payment_next_12"] or 0) for key, _ in OPTION.choices
    ]
    payments = [payment for payment in payments if payment]
    for bar, payment in zip(solid[::2], payments, strict=True):
        assert abs(bar[1][0] - 300 * payment / max(payments)) <= ROUNDED
    (unpaid,) = [points(path) for path in looking(svg, "path", "chart-missing")]
    figures = reply["figures"]
    paid, owed = (Decimal(figures[f"as_is__{name}"]) for name in ("paid_to_end", "unpaid_at_end"))
    assert abs(unpaid[0][0] / unpaid[1][0] - paid / (paid + owed)) < Decimal("0.001")


def test_dates_stand_in_order_and_do_not_overlap() -> None:
    svg = chart_of("timeline", today="")
    strong = looking(svg, "text", "chart-strong")
    reply = reply_to("timeline", today="")
    days = sorted(row[0] for row in reply["tables"]["dates"]["rows"] if row[0])
    assert [each.text for each in strong] == [DATE.pretty(date.fromisoformat(day)) for day in days]
    heights = [Decimal(each.get("y") or "") for each in svg.iter("text")]
    assert all(b - a >= 18 for a, b in pairwise(heights))
    assert svg.get("aria-label") == (
        "Your dates in order: 7 dates, from October 7, 2026 to March 15, 2027."
    )
    assert not looking(svg, "rect", "chart-hollow") and not looking(svg, "path", "chart-today")
    assert not looking(svg, "path", "chart-gone") and "one" not in " ".join(words(svg)).split()
    sale_only = chart_of("timeline", loan_kind="heloc", today="")
    assert sale_only.get("aria-label") == "Your dates in order: 1 date, March 15, 2027."


@pytest.mark.parametrize(
    ("today", "gone"),
    [("9/1/2026", 0), ("10/7/2026", 0), ("10/8/2026", 1), ("1/20/2027", 4), ("4/1/2027", 7)],
)
def test_today_stands_on_the_line_between_gone_and_coming(today: str, gone: int) -> None:
    """Gone and coming differ by their mark, their line and their words."""
    svg = chart_of("timeline", today=today)
    hollow, dots = looking(svg, "rect", "chart-hollow"), list(svg.iter("circle"))
    (now,) = looking(svg, "path", "chart-today")
    assert (len(hollow), len(dots)) == (gone, 7 - gone)
    said = [text for text in words(svg) if text.endswith((" ago", " left", " Today"))]
    assert [" Gone: " in text for text in said] == [True] * gone + [False] * (7 - gone)
    heights = [Decimal(each.get("y") or "") + 4 for each in hollow]
    heights += [points(now)[0][1]]
    heights += [Decimal(each.get("cy") or "") for each in dots]
    assert heights == sorted(heights) and len(set(heights)) == 8
    broken = looking(svg, "path", "chart-gone")
    assert len(broken) == (1 if gone else 0)
    if gone:
        assert points(broken[0])[-1] == (Decimal(6), points(now)[0][1])
    label = svg.get("aria-label") or ""
    assert ("gone" in label) is bool(gone) and ("all are gone" in label) is (gone == 7)


@pytest.mark.parametrize(
    ("slug", "answers"),
    [
        ("payment", {"balance": "0"}),
        ("refinance", {"balance": "0"}),
        ("modification", {"balance": "0", "arrears": "0"}),
        ("heloc", {"balance": "0"}),
        ("heloc", {"draw_months_left": "0"}),
        ("sale", {"sale_price": "0"}),
        ("budget", dict.fromkeys(MONEY_BOXES, "0")),
        ("timeline", {"loan_kind": "heloc", "sale_date": ""}),
    ],
)
def test_no_chart_where_there_is_nothing_to_show(slug: str, answers: dict[str, str]) -> None:
    reply = reply_to(slug, **answers)
    assert drawn(slug, reply) == []
    assert "<svg" not in answer(CALCULATORS[slug], reply)


def test_a_chart_stands_between_the_verdict_and_the_figures() -> None:
    for slug in DRAWN:
        html = answer(CALCULATORS[slug], reply_to(slug))
        after = html.index(">Every figure") if ">Every figure" in html else len(html)
        assert html.index("calc-headline") < html.index("<svg") < after
        assert html.index("<svg") < html.index(">How it was worked out")
        assert html.count("<svg") == len(CALCULATORS[slug].charts)
