"""At a counselor's desk: three clients in a row, and nothing of the one before is found after it.

Each goes from the first question to the printed sheets, by addresses and by links. Then one press.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Error, Locator, Page, expect

from tests.browser.test_calculator import fill, settled, state, submit, visit
from tests.browser.test_forgetting import press
from tests.browser.test_household import PAYMENT
from tests.browser.test_private import rests
from tests.conftest import Site
from tests.paper import texts_of

LETTER, LOG = "letters/hardship/", "log/"
SHEETS = ("action-plan/", "summary/", "offers/")
# Where a client has been, and the list of all that was typed.
SEEN = ("/", "plan/", PAYMENT, LETTER, LOG, *SHEETS, "papers/", "my-figures/")
STEPS_BACK = 14


@dataclass(frozen=True)
class Client:
    """Names and figures that stand nowhere else."""

    name: str
    company: str
    balance: str
    payment: str
    loan: str

    @property
    def marks(self) -> tuple[str, ...]:
        """As typed, and as answers and letters write them."""
        figures = (self.balance, self.payment)
        plain = (each.replace(",", "") for each in figures)
        return (*self.name.split(), self.company, self.loan, *figures, *plain)


CLIENTS = (
    Client("Zyxmara Qovlane", "Brindlewick", "61,803.39", "718.28", "LN-55-0917"),
    Client("Ottavio Pelthram", "Gorsefeld", "57,721.56", "662.60", "LN-66-0283"),
    Client("Wenlys Karrowby", "Thackmoor", "41,421.35", "496.73", "LN-77-0351"),
)


@pytest.fixture
def desk(chromium: Browser, site: Site) -> Iterator[Page]:
    context = chromium.new_context(base_url=site.address, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.add_init_script("window.print = () => undefined")
    yield page
    context.close()


def session(page: Page, client: Client) -> list[str]:
    """From the first question to the sheets. Returns the names of the files that were saved."""
    page.goto("/")
    for choice in ("missed", "bank", "one_sum", "few"):
        page.locator(f'[data-question] [data-choice="{choice}"]').click()
    page.get_by_role("button", name="See my plan now").click()
    box = page.locator('.plan-box [name="monthly_payment"]')
    box.fill(client.payment)
    box.press("Tab")
    page.goto(PAYMENT)
    fill(page, {"balance": client.balance, "annual_rate": "9.25", "months_left": "180"})
    submit(page)
    state(page, "ready")
    page.get_by_role("button", name="Print this answer").click()
    page.get_by_label("Your name on it").fill(client.name)
    page.get_by_label("Which loan it is about").fill(client.loan)
    files = [saved(page, page.locator('[data-file$=".csv"]').first)]
    visit(page, LETTER)
    fill(page, {"your_name": client.name, "loan_number": client.loan})
    page.get_by_role("button", name="Fill in the letter").click()
    state(page, "ready")
    expect(page.locator(".letter-sheet")).to_contain_text(client.name)
    files += [saved(page, page.locator(f'[data-file="{kind}"]')) for kind in ("rtf", "txt")]
    visit(page, LOG)
    form = page.locator(".log-form")
    form.locator('[name="company"]').fill(client.company)
    form.locator('[name="said"]').fill(f"{client.name} called")
    form.locator('[name="next_by"]').fill("3/1/2099")
    form.locator("[type=submit]").click()
    expect(page.locator(".sheet-filled")).to_contain_text(client.company)
    # And one that is never finished.
    form.locator('[name="said"]').fill(f"Half a note on {client.loan}")
    for button in ("Save as a table", "Next dates to my calendar"):
        files.append(saved(page, page.get_by_role("button", name=button)))
    for path in SHEETS:
        visit(page, path)
        if path == "offers/":
            page.locator('.sheet-form [name="offered_by"]').first.fill(client.company)
            page.locator('.sheet-form [name="new_annual_rate"]').first.fill("7.5")
            page.locator('.sheet-form [name="new_months"]').first.fill("240")
            page.get_by_role("button", name="Show them side by side").click()
            expect(page.locator(".sheet-filled")).to_contain_text(client.company)
        else:
            expect(page.locator(".sheet-filled")).to_contain_text(client.name)
            page.get_by_role("button", name="alone").click()
            assert client.name in printed(page)
            page.evaluate("delete document.documentElement.dataset.print")
    page.locator(".figures summary").click()
    files.append(saved(page, page.locator('[data-household="save"]')))
    return [*files, take_along(page, client)]


def saved(page: Page, button: Locator) -> str:
    """The name of the file that a button saves."""
    with page.expect_download() as saving:
        button.click()
    return saving.value.suggested_filename


def take_along(page: Page, client: Client) -> str:
    """Prints a pile, and leaves it there. Returns the page's title meanwhile: a file's name."""
    visit(page, "papers/")
    page.locator("[data-papers][data-attached]").wait_for()
    expect(page.locator('[data-pile="you"] [value="plan"]')).to_be_checked()
    page.get_by_label("Your name on the papers").fill(client.name)
    page.get_by_label("Which loan they are about").fill(client.loan)
    page.locator('[data-pile="you"] [data-print-pile]').click()
    expect(page.locator("#paper")).to_contain_text(client.loan)
    return page.title()


def printed(page: Page) -> str:
    return " ".join(texts_of(page.pdf()))


HELD = """() => [
    document.documentElement.outerHTML,
    ...[...document.querySelectorAll("input, textarea, select")].map(({ value }) => value),
    ...[...document.querySelectorAll("template")].map(({ innerHTML }) => innerHTML),
    JSON.stringify({ ...sessionStorage }), JSON.stringify({ ...localStorage }),
    location.href, document.title, window.name, JSON.stringify(history.state),
].join("\\n")"""


def found(page: Page) -> str:
    """All that can be read of a page: what it holds, shows and keeps, and its place in history."""
    try:
        return str(page.evaluate(HELD))
    except Error:
        # A page that is gone back to after all was forgotten may load itself anew just then.
        settled(page)
        return str(page.evaluate(HELD))


@pytest.mark.timeout(600)
def test_nothing_of_a_client_is_left_for_the_next(desk: Page) -> None:
    before: list[str] = []
    for client in CLIENTS:
        files = session(desk, client)
        now = found(desk)
        # What would find them finds what is there.
        assert client.company in now and client.balance in now and client.loan in now
        press(desk, "forget")
        before += client.marks
        assert left(before, " ".join(files)) == []
        nothing_is_left(desk, before)


def left(marks: list[str], text: str) -> list[str]:
    return [mark for mark in marks if mark in text]


def nothing_is_left(page: Page, marks: list[str]) -> None:
    """Here, on the way back and forward again, and on each page, on the screen and on paper."""
    assert left(marks, found(page)) == []
    assert left(marks, rests(page)) == []
    for way in (page.go_back, page.go_forward):
        for _ in range(STEPS_BACK):
            way()
            settled(page)
            # Before the first page there is the browser's own empty one, where nothing can be read.
            if page.evaluate("location.protocol") == "about:":
                break
            assert left(marks, found(page)) == [], page.url
    for path in SEEN:
        page.goto(path)
        settled(page)
        assert left(marks, found(page)) == [], path
        assert left(marks, printed(page)) == [], path
