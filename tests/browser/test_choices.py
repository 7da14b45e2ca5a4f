"""Choices side by side: on a phone those that the reader picks, with room a table, on paper all."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_calculator import fill, state, submit
from tests.conftest import Site
from tests.test_properties import example_of

COMPARE = "calculators/compare/"
# What is compared fits on two screens of a phone of 360 x 740.
TWO_SCREENS = 1480


def columns(page: Page) -> list[str]:
    """The names of the choices that show, from left to right on a phone."""
    return [
        each.inner_text()
        for each in page.locator(".choices-table tbody th").all()
        if each.is_visible()
    ]


def height(page: Page) -> float:
    box = page.locator(".choices").bounding_box()
    assert box
    return box["height"]


def places(page: Page, cells: str) -> list[dict[str, float]]:
    boxes = [each.bounding_box() for each in page.locator(cells).all()]
    return [{"x": box["x"], "y": box["y"]} for box in boxes if box]


def test_a_phone_shows_the_choices_that_are_picked(page: Page) -> None:
    page.goto(COMPARE)
    assert columns(page) == ["As it is", "Loan modification", "Sell the home"]
    page.get_by_role("checkbox", name="As it is").uncheck()
    page.get_by_role("checkbox", name="Refinance the second").check()
    assert columns(page) == ["Loan modification", "Refinance the second", "Sell the home"]
    why = page.locator(".choices-why details")
    assert [each.is_visible() for each in why.all()] == [False] * 3 + [True, True, False, True]
    why.nth(3).locator("summary").click()
    expect(why.nth(3)).to_contain_text("The lender agrees to 7.50%")
    why.nth(3).locator("summary").click()
    # Each choice is a column, and what belongs together stands at one height.
    first, second = (
        places(page, ".choices-table tbody tr:nth-child(4) > *"),
        places(page, ".choices-table tbody tr:nth-child(5) > *"),
    )
    assert len({each["x"] for each in first}) == len({each["x"] for each in second}) == 1
    assert first[0]["x"] < second[0]["x"]
    assert [each["y"] for each in first] == [each["y"] for each in second]
    assert height(page) <= TWO_SCREENS


def test_what_is_compared_fits_on_two_screens_of_a_phone(page: Page) -> None:
    page.goto(COMPARE)
    fill(page, example_of("compare") | {"affordable_payment": "300", "first_missed_payments": "2"})
    submit(page)
    state(page, "ready")
    for name in (
        "As it is",
        "Loan modification",
        "Sell the home",
        "Move missed payments to the end",
    ):
        page.get_by_role("checkbox", name=name, exact=True).set_checked(name != "Sell the home")
    assert len(columns(page)) == 3
    assert height(page) <= TWO_SCREENS
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_picking_works_by_keyboard_and_stays_when_the_answer_changes(page: Page) -> None:
    page.goto(COMPARE)
    fill(page, example_of("compare"))
    submit(page)
    state(page, "ready")
    page.get_by_role("checkbox", name="Repayment plan").focus()
    page.keyboard.press("Space")
    page.get_by_role("checkbox", name="As it is").focus()
    page.keyboard.press("Space")
    picked = ["Repayment plan", "Loan modification", "Sell the home"]
    assert columns(page) == picked
    fill(page, {"home_value": "310,000"})
    submit(page)
    state(page, "ready")
    assert columns(page) == picked


def test_a_sale_shows_no_payment_and_the_second_stands_alone(page: Page) -> None:
    page.goto(COMPARE)
    sale = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Sell the home"))
    expect(sale).to_contain_text("Your rent")
    assert "$0" not in sale.first.inner_text()
    heads = [each.inner_text() for each in page.get_by_role("columnheader").all()]
    assert {"The second alone, a month", "All mortgages, a month", "Same payment as"} <= set(heads)


@pytest.mark.parametrize("scripted", [True, False])
def test_a_wide_screen_has_one_table_and_so_has_paper(
    chromium: Browser, site: Site, scripted: bool
) -> None:
    context = chromium.new_context(
        base_url=site.address, viewport={"width": 1280, "height": 900}, java_script_enabled=scripted
    )
    page = context.new_page()
    page.goto(COMPARE)
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        table = page.locator(".choices-table")
        assert table.evaluate("each => getComputedStyle(each).display") == "table"
        assert len(columns(page)) == 7
        expect(page.locator(".choices-pick")).to_be_hidden()
        region = page.locator(".choices .calc-scroll")
        assert region.evaluate("each => each.scrollWidth - each.clientWidth") <= 0
    context.close()


def test_picking_waits_for_no_script(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(
        base_url=site.address, viewport={"width": 360, "height": 740}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(COMPARE)
    page.get_by_role("checkbox", name="Refinance both").check()
    page.get_by_role("checkbox", name="As it is").uncheck()
    assert columns(page) == ["Loan modification", "Refinance both", "Sell the home"]
    context.close()
