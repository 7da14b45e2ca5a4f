"""What a reader does on a calculator's page, in a real browser."""

import re
import tomllib
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from calculators import CALCULATORS
from calculators.core.forms import boxes
from tests.browser.clocks import hurry_worker
from tests.conftest import ROOT, Site

PAYMENT = "calculators/payment/"
REFINANCE = "calculators/refinance/"
LOAN = {"balance": "52,000", "annual_rate": "9.25", "months_left": "180"}
SPREADSHEET_ROWS = [
    row
    for row in tomllib.loads((ROOT / "tests/cases/refinance.toml").read_text())["case"]
    if row["origin"] == "spreadsheet"
]

KINDS = {figure.key: figure.kind for figure in CALCULATORS["refinance"].figures}


def state(page: Page, name: str) -> None:
    expect(page.locator(".calc")).to_have_attribute("data-state", name)


# Until the theme has the list of the site's pages, a link is the browser's, and loads a new page.
TAKEN = """(link) => {
    let taken = false;
    const see = (event) => {
        taken = event.defaultPrevented;
        event.preventDefault();
    };
    window.addEventListener("click", see, { once: true });
    link.click();
    return taken;
}"""


def follow(page: Page, link: Locator) -> None:
    """Press a link as soon as the theme's instant navigation takes it."""
    # It is looked for each time: a page that is on its way takes the link of the old one with it.
    while not link.first.evaluate(TAKEN):
        page.wait_for_timeout(50)


def visit(page: Page, path: str) -> None:
    """By a link that the theme takes: Python, once started, stays."""
    page.evaluate(
        """(path) => {
            const link = document.createElement("a");
            link.id = "followed";
            link.href = new URL(path, document.baseURI);
            document.querySelector("article").append(link);
        }""",
        f"/{path}",
    )
    follow(page, page.locator("#followed"))
    page.wait_for_url(f"**/{path}")
    # The address comes before the page.
    expect(page.locator("#followed")).to_have_count(0)


# The page is the one that the address names, and all of its parts are ready, but for a calculator
# that is folded: it waits until it is opened. Or the page is empty.
SETTLED = """() => location.protocol === "about:" || document.readyState === "complete"
    && document.querySelector("link[rel=canonical]")?.href.endsWith(location.pathname)
    && !document.querySelector("[data-unready]:not(.calc-embedded *)")"""


def settled(page: Page) -> None:
    page.wait_for_function(SETTLED)


def figure(page: Page, key: str) -> str:
    """A figure of the answer, folded away or not."""
    return page.locator(f'[data-figure="{key}"]').first.text_content() or ""


def submit(page: Page) -> None:
    page.get_by_role("button", name="Work it out").click()


def fill(page: Page, given: dict[str, str]) -> None:
    for details in page.locator("form details").all():
        details.evaluate("element => element.open = true")
    for name, value in given.items():
        box = page.locator(f'form [name="{name}"]')
        if box.evaluate("element => element.tagName") == "SELECT":
            box.select_option(value)
        else:
            box.fill(value)


def example_of(slug: str) -> dict[str, str]:
    """What our example has in each box; the boxes themselves start empty."""
    every = boxes(CALCULATORS[slug].inputs)
    return {box.name: box.example for box in every if not box.words.hidden}


def test_sample_loan_by_keyboard(page: Page) -> None:
    """The CFPB's sample Loan Estimate: $162,000 at 3.875 % over 30 years is $761.78 a month."""
    page.goto(PAYMENT)
    page.locator('[name="balance"]').focus()
    for number in ("162000", "3.875", "360"):
        page.keyboard.press("ControlOrMeta+A")
        page.keyboard.type(number)
        if number != "360":
            page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    state(page, "ready")
    assert figure(page, "monthly_payment") == "$761.78"
    for mark in ("wake", "ready", "answer"):
        marks = page.evaluate(f"performance.getEntriesByName('calculator:{mark}').length")
        assert marks == 1, mark


@pytest.mark.parametrize("row", SPREADSHEET_ROWS, ids=lambda row: row["name"])
def test_refinance_from_the_spreadsheet(page: Page, row: dict[str, Any]) -> None:
    page.goto(REFINANCE)
    fill(page, row["given"])
    submit(page)
    state(page, "ready")
    for key, expected in row["expect"].items():
        if isinstance(expected, str) and expected != "null" and key != "apr":
            kind = KINDS[key]
            assert figure(page, key) == kind.pretty(kind.load(expected)), key


def test_the_answer_does_not_move(page: Page) -> None:
    """Not while Python loads, not when the answer comes, not when a figure is changed."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/runtime/**", hold)
    page.goto(PAYMENT)
    fill(page, LOAN)
    top = "document.querySelector('.calc-result').getBoundingClientRect().top + scrollY"
    before = page.evaluate(top)
    submit(page)
    state(page, "loading")
    expect(page.get_by_role("button", name="Cancel")).to_be_visible()
    assert page.evaluate(top) == before
    page.route("**/runtime/**", lambda route: route.continue_())
    for route in held:
        route.continue_()
    state(page, "ready")
    assert page.evaluate(top) == before
    page.locator('[name="balance"]').fill("60000")
    state(page, "stale")
    assert page.evaluate(top) == before


def result_of(page: Page) -> str:
    """Its HTML with whole addresses: the theme writes out those of the links that it finds."""
    links = page.locator(".calc-result a")
    links.evaluate_all("links => links.forEach((link) => (link.href = link.href))")
    return page.locator(".calc-result").inner_html()


@pytest.mark.parametrize("slug", CALCULATORS)
def test_the_example_on_the_page_is_what_this_code_computes(page: Page, slug: str) -> None:
    """The build and the browser run the same code: the example typed in gives the example's answer,
    to the letter but for what it is called."""
    for box in boxes(CALCULATORS[slug].inputs):
        # The page's own answers are those of our example's day.
        if box.words.hidden:
            page.clock.set_fixed_time(f"{box.read(box.example)}T12:00")
    page.goto(f"calculators/{slug}/")
    # Until then nothing in it can be pressed.
    expect(page.locator(".calc [type=submit]")).to_be_enabled()
    built = result_of(page)
    assert "Our worked example" in built
    fill(page, example_of(slug))
    page.locator(".calc-result").evaluate("element => element.innerHTML = ''")
    submit(page)
    state(page, "ready")
    own = result_of(page)
    assert own.count("Your estimate") == built.count("Our worked example") == 2
    assert own.replace("Your estimate", "Our worked example") == built
    assert page.locator(".calc-result [data-figure]").count() >= 3


def test_errors_at_the_field_and_a_summary_with_focus(page: Page) -> None:
    page.goto(PAYMENT)
    fill(page, {**LOAN, "balance": "52.000,00", "annual_rate": "", "balloon_month": "999"})
    submit(page)
    state(page, "error")
    summary = page.locator(".calc-problems")
    expect(summary).to_be_focused()
    assert summary.locator("li").count() == 3
    for name in ("balance", "annual_rate", "balloon_month"):
        box = page.locator(f'[name="{name}"]')
        assert box.get_attribute("aria-invalid") == "true"
        described = (box.get_attribute("aria-describedby") or "").split()
        message = page.locator(f"#{next(each for each in described if each.endswith('-error'))}")
        expect(message).to_be_visible()
    # Nothing typed is lost, and the folded group opens when its error is followed.
    assert page.locator('[name="balance"]').input_value() == "52.000,00"
    page.locator("form details").evaluate("element => element.open = false")
    summary.get_by_role("link").nth(2).click()
    expect(page.locator('[name="balloon_month"]')).to_be_focused()
    assert "#" not in page.url
    fill(page, {"balance": "52,000", "annual_rate": "9.25", "balloon_month": "0"})
    submit(page)
    state(page, "ready")
    assert page.locator("[aria-invalid]").count() == 0
    expect(summary).to_be_hidden()


def test_a_box_is_checked_when_left_not_at_every_key(page: Page) -> None:
    page.goto(PAYMENT)
    fill(page, LOAN)
    submit(page)
    state(page, "ready")
    box = page.locator('[name="annual_rate"]')
    box.fill("9,25")
    assert box.get_attribute("aria-invalid") is None
    box.press("Tab")
    expect(box).to_have_attribute("aria-invalid", "true")
    box.fill("9.25")
    box.press("Tab")
    expect(box).not_to_have_attribute("aria-invalid", "true")


def test_an_error_does_not_move_the_button_from_under_a_press(page: Page) -> None:
    page.goto(PAYMENT)
    fill(page, LOAN)
    submit(page)
    state(page, "ready")
    fill(page, {"months_left": "fifteen"})
    button = page.get_by_role("button", name="Work it out")
    button.scroll_into_view_if_needed()
    place = button.bounding_box()
    assert place is not None
    page.mouse.move(place["x"] + 20, place["y"] + 10)
    page.mouse.down()
    page.wait_for_timeout(500)
    assert button.bounding_box() == place
    page.mouse.up()
    state(page, "error")


def test_an_answer_is_the_readers_alone_or_it_is_the_example(page: Page) -> None:
    page.goto(PAYMENT)
    heading = page.locator(".calc-result h4")
    expect(heading).to_have_text("Our worked example")
    assert "Example: 52,000" in page.locator(".calc form").inner_text()
    fill(page, {"balance": "31,415"})
    state(page, "stale")
    expect(page.get_by_role("button", name="Copy as text")).to_be_disabled()
    # Our rate and months never make up for the reader's.
    submit(page)
    state(page, "error")
    assert page.locator(".calc-problems li").count() == 2
    expect(heading).to_have_text("Our worked example")
    fill(page, {"annual_rate": "7.389", "months_left": "137"})
    submit(page)
    state(page, "ready")
    expect(heading).to_have_text("Your estimate")
    assert "our example" not in page.locator(".calc-result").inner_html()
    page.get_by_role("button", name="Back to the example").click()
    state(page, "example")
    expect(heading).to_have_text("Our worked example")
    assert figure(page, "monthly_payment") == "$535.18"
    # To look at the example costs nothing typed.
    expect(page.locator('[name="balance"]')).to_have_value("31,415")
    page.locator('[data-action="clear"]').click()
    state(page, "example")
    expect(page.locator('[name="balance"]')).to_have_value("")


def test_the_answer_is_announced_once(page: Page) -> None:
    page.goto(PAYMENT)
    page.evaluate(
        """() => {
            window.announced = [];
            const status = document.querySelector(".calc [role=status]");
            new MutationObserver(() => window.announced.push(status.textContent))
                .observe(status, {childList: true, characterData: true, subtree: true});
        }"""
    )
    fill(page, LOAN)
    submit(page)
    state(page, "ready")
    announced = [text for text in page.evaluate("window.announced") if "$" in text]
    assert announced == ["At this payment the loan is paid off in 15 years. $535 a month"]


def test_without_javascript(chromium: Browser, site: Site) -> None:
    context = chromium.new_context(base_url=site.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(PAYMENT)
    assert figure(page, "monthly_payment") == "$535.18"
    expect(page.locator(".md-content .unready")).to_be_visible()
    expect(page.get_by_role("button", name="Work it out")).to_be_hidden()
    before = (page.url, len(site.requests))
    page.locator('[name="balance"]').fill("27182")
    page.locator('[name="balance"]').press("Enter")
    page.wait_for_timeout(300)
    assert (page.url, len(site.requests)) == before
    context.close()


@pytest.mark.parametrize("part", ["runtime/**", "*.wasm", "*.whl", "python_stdlib*", "worker.js"])
def test_runtime_blocked_then_retried(page: Page, site: Site, part: str) -> None:
    hurry_worker(page, site.folder)
    page.goto(PAYMENT)
    page.context.route(f"**/{part}", lambda route: route.abort())
    fill(page, {**LOAN, "balance": "60000"})
    submit(page)
    state(page, "error")
    expect(page.locator(".calc [role=status]")).to_contain_text("try again")
    assert figure(page, "monthly_payment") == "$535.18"
    assert page.locator('[name="balance"]').input_value() == "60000"
    page.context.unroute_all()
    page.get_by_role("button", name="Try again").click()
    state(page, "ready")
    assert figure(page, "monthly_payment") == "$617.52"


def test_loading_can_be_cancelled_and_the_last_question_wins(page: Page) -> None:
    page.goto(PAYMENT)
    fill(page, {**LOAN, "balance": "1000"})
    submit(page)
    state(page, "loading")
    page.get_by_role("button", name="Cancel").click()
    state(page, "stale")
    submit(page)
    fill(page, {"balance": "60000"})
    submit(page)
    state(page, "ready")
    assert figure(page, "monthly_payment") == "$617.52"


def test_an_edit_while_python_loads_leaves_the_answer_stale(page: Page) -> None:
    page.goto(PAYMENT)
    fill(page, LOAN)
    submit(page)
    fill(page, {"balance": "60000"})
    state(page, "stale")
    expect(page.locator(".calc [role=status]")).to_contain_text("changed a figure")


def test_nothing_typed_leaves_the_device(page: Page, site: Site) -> None:
    seen: list[str] = []
    page.context.on("request", lambda request: seen.append(f"{request.url} {request.post_data}"))
    already = len(site.requests)
    page.goto(REFINANCE)
    own = {"balance": "161803", "annual_rate": "7.389", "months_left": "137"}
    fill(page, {**example_of("refinance"), **own})
    submit(page)
    state(page, "ready")
    page.get_by_role("link", name="payment calculator").first.click()
    expect(page.locator("h1")).to_have_text(re.compile("Payment calculator"))
    asked = seen + site.requests[already:]
    assert len(asked) > 5
    assert [line for line in seen if not line.startswith(site.address)] == []
    # This tab may hold them, and nothing else: test_private.py looks everywhere.
    # The mark is a chance number.
    kept = "Object.entries(localStorage).filter(([name]) => !name.endsWith(' mark'))"
    stored = page.evaluate(f"JSON.stringify([{kept}, document.cookie, history.state])")
    assert "161803" in page.evaluate("JSON.stringify(sessionStorage)")
    for figure_typed in ("161803", "161,803", "7.389", "137"):
        assert figure_typed not in " ".join([*seen, page.url, stored])
        # Headers carry times and lengths, so look at whole words there.
        assert not any(re.search(rf"\b{figure_typed}\b.*HTTP", line) for line in asked)


COUNT_STARTS = """
window.starts = [];
window.Worker = class extends window.Worker {
    constructor(address, options) {
        super(address, options);
        window.starts.push(`${address} ${options?.name}`);
    }
};
"""


def test_one_worker_for_the_whole_visit(page: Page) -> None:
    """Instant navigation keeps Python alive; the second answer needs no new start."""
    page.add_init_script(COUNT_STARTS)
    page.goto(PAYMENT)
    page.evaluate("window.isTheSamePage = true")
    fill(page, LOAN)
    submit(page)
    state(page, "ready")
    for name in ("refinance calculator", "payment calculator"):
        follow(page, page.get_by_role("link", name=name))
        expect(page.locator("h1")).to_have_text(re.compile(name, re.IGNORECASE))
        assert page.evaluate("window.isTheSamePage"), "the theme had the page loaded anew"
        fill(page, example_of(name.split()[0]))
        submit(page)
        state(page, "ready")
    starts = page.evaluate("window.starts.filter((each) => each.includes('/js/worker.js'))")
    assert len(starts) == 1, f"Python was started {len(starts)} times: {starts}"
    assert page.evaluate("performance.getEntriesByName('calculator:wake').length") == 1
    assert page.evaluate("performance.getEntriesByName('calculator:answer').length") == 3


def test_copy_as_text(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(PAYMENT)
    page.get_by_role("button", name="Copy as text").click()
    expect(page.locator(".calc [role=status]")).to_have_text("Copied.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Monthly payment: $535.18" in copied
    assert copied.startswith("Payment calculator: Our worked example")
    assert "What you owe on your second mortgage: $52,000.00\n" in copied


def test_print_shows_the_figures_and_no_furniture(page: Page) -> None:
    page.goto(PAYMENT)
    page.emulate_media(media="print")
    expect(page.locator(".calc-inputs")).to_be_visible()
    expect(page.locator(".print-address")).to_contain_text("/calculators/payment/")
    for selector in (".md-header", ".md-footer", ".calc form", ".calc-buttons >> nth=0"):
        expect(page.locator(selector)).to_be_hidden()
    assert len(page.pdf(format="Letter")) > 10_000
