"""What docs/about/decisions/accessibility.md claims: axe in every state of every kind of page, and
what no program finds: going by keyboard, focus that is seen, wide text, 400 %, forced colors."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.test_calculator import LOAN, example_of, fill, state, submit
from tests.browser.test_door import QUESTION, B, tap
from tests.browser.test_log import CALL, add, rows
from tests.browser.test_sheets import MINE, OFFERS
from tests.browser.test_sheets import opened as sheet_opened

PAYMENT, LETTER, STEP = "calculators/payment/", "letters/help/", "steps/3-loan-modification/"
WIDTHS = (320, 360, 768, 1280)


def answered(page: Page) -> None:
    page.goto(PAYMENT)
    fill(page, LOAN)
    submit(page)
    state(page, "ready")


def refused(page: Page) -> None:
    page.goto(PAYMENT)
    fill(page, {**LOAN, "balance": "much"})
    submit(page)
    expect(page.locator(".calc-problems")).to_be_visible()


def asked(page: Page) -> None:
    page.goto(PAYMENT)
    fill(page, {**LOAN, "annual_rate": "0.0925"})
    submit(page)
    expect(page.locator(".calc-question:visible").first).to_be_visible()


def lost(path: str) -> Callable[[Page], None]:
    def enter(page: Page) -> None:
        page.route("**/js/main.js", lambda route: route.abort())
        page.goto(path)
        expect(page.locator(".md-content .unready button").first).to_be_visible()

    return enter


def out_of_date(page: Page) -> None:
    answered(page)
    page.locator('[name="balance"]').fill("60,000")
    state(page, "stale")


def loading(page: Page) -> None:
    page.route("**/runtime/**", lambda route: None)
    page.goto(PAYMENT)
    fill(page, LOAN)
    submit(page)
    expect(page.get_by_role("button", name="Cancel")).to_be_visible()


def from_elsewhere(page: Page) -> None:
    """Boxes say where a figure came from, and offer a like one."""
    page.goto("calculators/modification/")
    fill(page, {"new_annual_rate": "6.5", "balance": "50,000"})
    page.goto("calculators/refinance/")
    expect(page.locator(".calc-origin:visible", has_text="From: ").first).to_be_visible()
    expect(page.get_by_role("button", name="Use 6.5")).to_be_visible()


NO_FIGURES = b'{"what": "second-mortgage-help figures", "version": 3, "log": {}, "figures": {}}'
REFUSE = "() => { Storage.prototype.setItem = () => { throw new DOMException(); }; }"


def noticed(page: Page) -> None:
    """The browser holds nothing from now on, and a notice says so."""
    page.evaluate(REFUSE)
    figures = page.locator("[data-household=open]:enabled")
    figures.set_input_files({"name": "mine.json", "mimeType": "", "buffer": NO_FIGURES})
    expect(page.locator(".notice")).to_contain_text("holds nothing")


def paper_asked(page: Page) -> None:
    """Before an answer is printed, and a notice lies over its foot."""
    page.goto(PAYMENT)
    fill(page, LOAN)
    page.get_by_role("button", name="Print this answer").click()
    expect(page.locator(".paper-ask")).to_be_visible()
    noticed(page)


def log_with_undo(page: Page) -> None:
    page.goto("log/")
    expect(page.locator(".log-form")).to_be_visible()
    add(page, CALL)
    add(page, {**CALL, "day": "11/25/2026"})
    rows(page).get_by_role("button", name="Remove").first.click()
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    expect(rows(page)).to_have_count(1)


def with_filled(name: str) -> Callable[[Page], None]:
    def enter(page: Page) -> None:
        sheet_opened(page, name, MINE | OFFERS)

    return enter


def with_an_answer(slug: str) -> Callable[[Page], None]:
    def enter(page: Page) -> None:
        page.goto(f"calculators/{slug}/")
        fill(page, example_of(slug))
        submit(page)
        state(page, "ready")

    return enter


def letter_filled(page: Page) -> None:
    page.goto(LETTER)
    fill(page, {"your_name": "Ana Diaz"})
    page.locator(".calc [type=submit]").click()
    state(page, "ready")


def at_the_door(steps: int) -> Callable[[Page], None]:
    def enter(page: Page) -> None:
        page.goto("")
        page.wait_for_selector("[data-door][data-step]")
        for choice in B[:steps]:
            tap(page, choice)

    return enter


def plan(page: Page) -> None:
    answered(page)
    page.goto("plan/")
    page.wait_for_selector("[data-door][data-step]")
    for choice in B:
        tap(page, choice)
    expect(page.locator("[data-plan]")).to_be_visible()


def figures(page: Page) -> None:
    answered(page)
    page.goto("my-figures/")
    expect(page.locator('[data-keep="balance"]')).to_have_value("52,000")


def with_the_search(page: Page) -> None:
    page.goto("glossary/")
    open_search(page)
    page.keyboard.type("heloc")
    expect(page.locator(".md-search-result__item").nth(1)).to_be_visible()


def with_sheet(name: str) -> Callable[[Page], None]:
    def enter(page: Page) -> None:
        page.goto("glossary/")
        page.locator(f"{name} > summary").click()

    return enter


def with_the_menu(page: Page) -> None:
    page.goto("")
    page.get_by_role("button", name="Menu", exact=True).click()
    page.locator("#menu summary", has_text="Write and print").click()


def plain(path: str) -> Callable[[Page], None]:
    def enter(page: Page) -> None:
        page.goto(path)

    return enter


STATES: dict[str, Callable[[Page], None]] = {
    "form, empty": plain(PAYMENT),
    "form, lost": lost(PAYMENT),
    "log, lost": lost("log/"),
    "papers, lost": lost("papers/"),
    "form, refused": refused,
    "form, asked": asked,
    "form, loading": loading,
    "form, from elsewhere": from_elsewhere,
    "form, answered": answered,
    "form, before print": paper_asked,
    "form, out of date": out_of_date,
    "compare, answered": with_an_answer("compare"),
    "timeline, answered": with_an_answer("timeline"),
    "letter, blank": plain(LETTER),
    "letter, filled": letter_filled,
    "letters": plain("letters/"),
    "sheet to fill in": plain("letters/budget-sheet/"),
    **{f"door, step {steps}": at_the_door(steps) for steps in range(len(B))},
    "plan": plan,
    "log, with Undo": log_with_undo,
    "summary, filled": with_filled("summary"),
    "offers, filled": with_filled("offers"),
    "papers": plain("papers/"),
    "ayuda": plain("ayuda/"),
    "state, opened": plain("states/#ohio"),
    "my figures, none": plain("my-figures/"),
    "my figures": figures,
    "step": plain(STEP),
    "case": plain("more/heloc-rights/"),
    "not found": plain("404.html"),
    "search open": with_the_search,
    "menu open": with_the_menu,
    "call open": with_sheet(".call"),
    "my figures open": with_sheet(".figures"),
}


@pytest.mark.parametrize("name", STATES)
def test_axe_finds_nothing_in_any_state(page: Page, name: str) -> None:
    STATES[name](page)
    found = []
    seen: set[str] = set()
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        found += [(width, *each) for each in violations(page, seen)]
        overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert overflow <= 0, width
    assert found == []


def open_search(page: Page) -> None:
    """As a reader does, whether the box is in the bar or behind its button."""
    button = page.get_by_role("button", name="Search", exact=True)
    if button.is_visible():
        button.click()
    else:
        page.locator(".md-search__input").click()
    expect(page.locator(".md-search__input")).to_be_focused()


def tab_to(page: Page, place: Locator, most: int = 150) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if place.evaluate("each => each === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {place}")


def test_the_menu_by_keyboard(page: Page) -> None:
    page.goto("glossary/")
    button = page.get_by_role("button", name="Menu", exact=True)
    expect(button).to_have_attribute("aria-expanded", "false")
    tab_to(page, button)
    for key in ("Space", "Enter"):
        page.keyboard.press(key)
        expect(button).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Escape")
        expect(button).to_have_attribute("aria-expanded", "false")
        expect(button).to_be_focused()
    page.keyboard.press("Space")
    group = page.locator("#menu summary", has_text="The nine steps")
    link = page.locator("#menu a", has_text="9. Keep talking")
    tab_to(page, group)
    expect(link).to_be_hidden()
    for key, opened in (("Space", True), ("Enter", False), ("Enter", True)):
        page.keyboard.press(key)
        assert group.evaluate("each => each.parentElement.open") == opened
    tab_to(page, link)
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_focused()
    expect(page.locator("h1")).to_contain_text("Keep talking")
    expect(page.get_by_role("button", name="Menu", exact=True)).to_have_attribute(
        "aria-expanded", "false"
    )


def test_the_menu_closes_when_the_focus_leaves_it(page: Page) -> None:
    page.goto("glossary/")
    page.get_by_role("button", name="Menu", exact=True).press("Enter")
    menu = page.locator("#menu")
    expect(menu).to_be_visible()
    tab_to(page, page.locator("[data-tool=print]"))
    expect(menu).to_be_hidden()


def test_the_menu_needs_no_script(chromium: Any, site: Any) -> None:
    context = chromium.new_context(
        base_url=site.address, java_script_enabled=False, viewport={"width": 360, "height": 740}
    )
    page = context.new_page()
    page.goto("glossary/")
    page.get_by_role("button", name="Menu", exact=True).click()
    page.locator("#menu summary", has_text="The nine steps").click()
    page.locator("#menu a", has_text="9. Keep talking").click()
    expect(page.locator("h1")).to_contain_text("Keep talking")
    page.locator(".call summary").click()
    expect(page.locator(".call a[href^='tel:']").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_search_by_keyboard(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto("glossary/")
    box = page.locator(".md-search__input")
    if width == 360:
        button = page.get_by_role("button", name="Search", exact=True)
        tab_to(page, button)
        page.keyboard.press("Space")
        expect(button).to_have_attribute("aria-expanded", "true")
    else:
        tab_to(page, box)
    expect(box).to_be_focused()
    page.keyboard.type("heloc")
    said = page.locator("#search [role=status]")
    expect(said).to_contain_text("matching documents")
    result = page.locator(".md-search-result__item > a").nth(1)
    tab_to(page, result, 12)
    expect(result).to_be_visible()
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert page.evaluate("document.activeElement.closest('#search') !== null")
    page.keyboard.press("Escape")
    expect(result).to_be_hidden()
    if width == 360:
        expect(button).to_be_focused()
        page.keyboard.press("Enter")
        expect(box).to_be_focused()
    else:
        box.click()
    expect(result).to_be_visible()
    tab_to(page, page.locator(".md-search-result__link").first, 12)
    page.keyboard.press("Enter")
    expect(page.locator("h1, h2, h3, dt").and_(page.locator(":focus"))).to_have_count(1)
    assert not page.url.endswith("glossary/")


def test_a_number_to_call_is_one_tap_away_and_not_dialed_by_it(page: Page) -> None:
    for path in ("", "glossary/", PAYMENT, "404.html"):
        page.goto(path)
        numbers = page.locator(".call a[href^='tel:']")
        expect(numbers.first).to_be_hidden()
        page.locator(".call summary").click()
        for each in numbers.all():
            expect(each).to_be_in_viewport()
        # A copy may have a number of its own before it.
        assert "tel:+1-800-569-4287" in [each.get_attribute("href") for each in numbers.all()]
        page.keyboard.press("Escape")
        expect(page.locator(".call summary")).to_be_focused()


def test_a_link_in_the_bar_leads_home_from_any_depth(page: Page) -> None:
    """The bar stays while the theme swaps pages: its links must not be of the page before."""
    page.goto(STEP)
    page.locator("a[href*=glossary]").first.evaluate("link => link.click()")
    expect(page.locator("h1")).to_contain_text("Glossary")
    page.locator(".call summary").click()
    page.locator(".call a", has_text="Where these numbers").click()
    expect(page.locator("#source-hud_counselor_phone")).to_be_in_viewport()


def test_a_new_page_has_the_focus_on_its_heading(page: Page) -> None:
    page.goto("")
    assert page.evaluate("document.activeElement === document.body")
    page.locator(".md-content a[href*='steps/1-assess']").first.evaluate("link => link.click()")
    expect(page.locator("h1")).to_be_focused()
    expect(page.locator("h1")).to_be_in_viewport()
    page.go_back()
    expect(page.locator("h1")).to_contain_text("Help with a second mortgage")
    expect(page.locator("h1")).to_be_focused()


def test_a_calculator_by_keyboard(page: Page) -> None:
    page.goto(PAYMENT)
    for name, typed in LOAN.items():
        box = page.locator(f'.calc [name="{name}"]')
        tab_to(page, box)
        page.keyboard.type(typed)
    unit = page.locator('[name="annual_rate"]')
    described = unit.get_attribute("aria-describedby") or ""
    heard = [page.locator(f"[id='{each}']").inner_text() for each in described.split()]
    assert heard[0] == "% a year"
    page.keyboard.press("Enter")
    state(page, "ready")
    expect(page.locator(".calc-result")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.calc-side') !== null")


def test_a_letter_by_keyboard(page: Page) -> None:
    page.goto(LETTER)
    name = page.locator('.calc [name="your_name"]')
    tab_to(page, name)
    page.keyboard.type("Ana Diaz")
    page.keyboard.press("Enter")
    state(page, "ready")
    expect(page.locator(".letter-sheet")).to_contain_text("Ana Diaz")
    blanks = page.locator(".letter-sheet .letter-blank")
    assert {each.text_content() for each in blanks.all()} == {"blank"}
    assert page.locator(".letter-sheet").inner_text().count("blank") >= blanks.count()


def test_from_the_door_to_the_plan_by_keyboard(page: Page) -> None:
    page.goto("")
    page.wait_for_selector("[data-door][data-step]")
    for choice in B:
        tab_to(page, page.locator(f'{QUESTION} [data-choice="{choice}"]'))
        page.keyboard.press("Enter")
    expect(page.locator("[data-plan] h2")).to_be_focused()
    tab_to(page, page.locator("[data-plan] a[href^='tel:']").first)


# Whether the focused thing can be seen somewhere, and is not only behind what lies over it.
SEEN = """() => {
    const at = document.activeElement;
    if (at === document.body) return "";
    for (const { left, top, width, height } of at.getClientRects()) {
        for (const x of [0.1, 0.5, 0.9]) for (const y of [0.1, 0.5, 0.9]) {
            const hit = document.elementFromPoint(left + width * x, top + height * y);
            const label = hit?.closest("label, summary");
            if (hit && (at.contains(hit) || label?.contains(at))) return "";
        }
    }
    return at.outerHTML.slice(0, 200);
}"""


@pytest.mark.parametrize("path", ["", STEP, PAYMENT, LETTER, "my-figures/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_what_has_the_focus_is_seen(page: Page, path: str, width: int) -> None:
    """Down the page and up again, with a notice at its foot: 2.4.11."""
    page.set_viewport_size({"width": width, "height": 600})
    page.goto(path)
    noticed(page)
    for key, most in (("Tab", 260), ("Shift+Tab", 60)):
        for _ in range(most):
            page.keyboard.press(key)
            assert page.evaluate(SEEN) == ""
            if page.evaluate("document.activeElement === document.body"):
                break


WIDE = """() => {
    const wide = new CSSStyleSheet();
    wide.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [wide];
}"""
# Words that are cut off: more than their box, which neither grows nor scrolls.
CUT = """() => [...document.querySelectorAll("body *")].filter((each) => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(each);
    if (![overflowX, overflowY].some((how) => ["hidden", "clip"].includes(how))) return false;
    if (clipPath !== "none" || !each.checkVisibility({ visibilityProperty: true })) return false;
    return each.clientWidth > 1 && each.textContent.trim() &&
        (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1);
}).map((each) => each.outerHTML.slice(0, 160))"""


ON_A_PHONE = ["form, answered", "door, step 0", "step", "letter, blank", "plan"]


@pytest.mark.parametrize("name", ON_A_PHONE)
def test_wider_text_loses_nothing(page: Page, name: str) -> None:
    """1.4.12, at a phone's width."""
    STATES[name](page)
    page.evaluate(WIDE)
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("name", [*ON_A_PHONE, "menu open", "call open"])
def test_at_400_percent_nothing_is_lost(page: Page, name: str) -> None:
    """1280 by 1024 at 400 % is 320 by 256 (1.4.10): the bar does not take what room there is."""
    page.set_viewport_size({"width": 320, "height": 256})
    STATES[name](page)
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    assert page.evaluate("getComputedStyle(document.querySelector('.bar')).position") == "static"
    assert page.evaluate(CUT) == []


def test_forced_colors_keep_what_colors_say(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    out_of_date(page)
    looks = page.evaluate(
        """() => Object.fromEntries(Object.entries({
            answer: [".calc-result", "outlineStyle"],
            button: [".calc [type=submit]", "borderTopStyle"],
            box: ['.calc [name="balance"]', "borderTopStyle"],
            side: [".calc", "borderTopStyle"],
            bar: [".bar", "borderBottomStyle"],
        }).map(([name, [selector, look]]) =>
            [name, getComputedStyle(document.querySelector(selector))[look]]))"""
    )
    assert looks.pop("answer") == "dashed"
    assert set(looks.values()) == {"solid"}, looks
    page.locator('.calc [name="balance"]').focus()
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


FORCED = """(selector) => {
    const probe = document.body.appendChild(document.createElement("i"));
    const system = new Set(["none", ...["Canvas", "CanvasText", "GrayText"].map((name) => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
    })]);
    const shapes = [...document.querySelectorAll(selector)];
    return [shapes.length, shapes.flatMap((each) => ["fill", "stroke"]
        .map((look) => `${look} ${getComputedStyle(each)[look]}: ${each.outerHTML.slice(0, 120)}`)
        .filter((said) => !system.has(said.slice(said.indexOf(" ") + 1, said.indexOf(":")))))];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_are_drawn_in_the_colors_that_a_person_forces(page: Page, scheme: Any) -> None:
    """A browser leaves the colors of a drawing alone: each must be one of its own."""
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    for slug in ("payment", "timeline", "sale"):
        page.goto(f"calculators/{slug}/")
        count, ours = page.evaluate(
            FORCED, ".calc-chart svg :is(path, line, rect, circle, polyline, text)"
        )
        assert count > 3, slug
        assert ours == [], slug


SIGNS = """(each) => {
    const { borderTopStyle, borderLeftWidth } = getComputedStyle(each);
    const signs = ["::before", "::after"].map((part) => getComputedStyle(each, part).content[1]);
    return [borderTopStyle, borderLeftWidth, ...signs];
}"""


def test_forced_colors_keep_the_door_and_the_plan(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    at_the_door(0)(page)
    choices = page.locator(f"{QUESTION} .door-choice")
    looks = [each.evaluate(SIGNS) for each in choices.all()]
    assert {look[0] for look in looks} == {"solid"}
    urgent = [look for look in looks if look[1] == "6px"]
    assert urgent and {look[2] for look in urgent} == {"!"}
    tap(page, B[0])
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    for choice in B[1:]:
        tap(page, choice)
    cards = page.locator("[data-plan] .card:visible")
    expect(cards.first).to_be_visible()
    assert {each.evaluate(SIGNS)[0] for each in cards.all()} == {"solid"}


# What only waits, and then is there, moves nothing.
MOVES = """() => [
    ...document.getAnimations().filter((each) => each.effect.getComputedTiming().duration > 0),
    ...[...document.querySelectorAll("*")].filter((each) => {
        const { transitionDuration, scrollBehavior } = getComputedStyle(each);
        return parseFloat(transitionDuration) > 0 || scrollBehavior === "smooth";
    }),
].length"""


@pytest.mark.parametrize(
    "name",
    [
        *("search open", "menu open", "call open", "my figures open"),
        *("form, refused", "form, loading", "letter, blank", "door, step 1", "state, opened"),
    ],
)
def test_nothing_moves_for_who_asked_for_less_motion(page: Page, name: str) -> None:
    STATES[name](page)
    assert page.evaluate(MOVES) == 0
