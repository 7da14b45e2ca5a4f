"""A reload starts from Python's memory, kept on the device; whatever ails it, the answer comes."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.browsers.engine import Engine
from tests.browser.host import Handler, Host
from tests.browser.test_calculator import LOAN, example_of, figure, fill
from tests.conftest import Site

PAYMENT = "calculators/payment/"
BALANCE = "61234.56"

ANSWER = """async (typed) => {
    const marked = async (name) => {
        while (!performance.getEntriesByName(name).length) {
            await new Promise((resolve) => setTimeout(resolve, 50));
        }
        return performance.getEntriesByName(name)[0].detail;
    };
    for (const [name, text] of Object.entries(typed)) {
        document.querySelector(`.calc form [name="${name}"]`).value = text;
    }
    document.querySelector(".calc [type=submit]").click();
    await marked("calculator:answer");
    const from = await marked("calculator:ready");
    if (from === "files") await marked("calculator:kept");
    return [from, document.querySelector(".calc-result").innerHTML];
}"""

# What is kept, changed by `spoil(kept)` and put back.
CHANGE = """async (spoil) => {
    const done = (request) => new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    const database = await done(indexedDB.open("second-mortgage-python"));
    const store = () => database.transaction("memory", "readwrite").objectStore("memory");
    const kept = await done(store().get("only"));
    const said = await spoil(kept);
    await done(store().put(kept, "only"));
    database.close();
    return said;
}"""

# That Python's own texts are there proves that this would find the others.
FOUND = """(kept) => {
    const text = new TextDecoder("latin1").decode(kept.bytes);
    return ["Monthly payment", "61234", "61,234", "630.22"].map((each) => text.includes(each));
}"""

HASH = """async (kept) => {
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", kept.bytes));
    kept.hash = [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}"""


@pytest.mark.parametrize("path", [PAYMENT, "calculators/compare/", "letters/heloc-error/"])
def test_the_answer_is_the_same_to_the_letter(engine: Engine, site: Site, path: str) -> None:
    kind, slug, _ = path.split("/")
    typed = example_of(slug) if kind == "calculators" else {}
    engine.goto(f"{site.served}{path}")
    first = engine.run(ANSWER, typed)
    engine.goto(f"{site.served}{path}?again")
    again = engine.run(ANSWER, typed)
    assert again[0] == "memory"
    assert again[1] == first[1]


@pytest.fixture
def page(chromium: Browser, host: Host) -> Iterator[Page]:
    context = chromium.new_context(base_url=host.address, service_workers="block")
    yield context.new_page()
    context.close()


def ask(page: Page) -> str:
    """Where Python started from: files or memory."""
    page.goto(PAYMENT)
    fill(page, {**LOAN, "balance": BALANCE})
    page.get_by_role("button", name="Work it out").click()
    expect(page.locator(".calc")).to_have_attribute("data-state", "ready")
    assert figure(page, "monthly_payment") == "$630.22"
    return str(page.evaluate("performance.getEntriesByName('calculator:ready').at(-1).detail"))


def kept(page: Page) -> None:
    page.wait_for_function("() => performance.getEntriesByName('calculator:kept').length")


def test_no_figure_of_the_reader_is_kept(page: Page) -> None:
    assert ask(page) == "files"
    kept(page)
    found = page.evaluate(f"({CHANGE})({FOUND})")
    assert found == [True, False, False, False]


@pytest.mark.parametrize(
    "spoil",
    [
        "(kept) => { kept.bytes = kept.bytes.slice(0, 99_999); }",
        "(kept) => { kept.bytes[123_456] ^= 1; }",
        "(kept) => { kept.key += 'another release'; }",
        "(kept) => { delete kept.pages; }",
        # Sound as kept, but Pyodide refuses it, or never says a word: see below for its time.
        f"(kept) => {{ kept.bytes[0] ^= 1; return ({HASH})(kept); }}",
        ("(kept) => { kept.length = 10 * 65_536; kept.pages.length = 10;"
         f" kept.bytes = kept.bytes.slice(0, 10 * 65_536); return ({HASH})(kept); }}"),
    ],
    ids=["cut", "changed", "of another release", "in another form", "refused", "hangs"],
)  # fmt: skip
def test_a_memory_that_is_not_sound_is_not_used(page: Page, spoil: str) -> None:
    ask(page)
    kept(page)
    page.evaluate(f"({CHANGE})({spoil})")
    assert ask(page) == "files"
    # It is made good for the time after.
    kept(page)
    assert ask(page) == "memory"


@pytest.mark.parametrize(
    "database",
    [
        "self.indexedDB.open = () => { throw new Error('refused'); };",
        "self.indexedDB.open = () => ({});",
        "delete self.indexedDB; Object.defineProperty(self, 'indexedDB', {value: undefined});",
    ],
    ids=["refuses", "never answers", "is not there"],
)
def test_a_browser_that_keeps_nothing_starts_each_time(
    page: Page, host: Host, database: str
) -> None:
    def trouble(handler: Handler) -> bool:
        if not handler.path.endswith("/worker.js"):
            return False
        handler.send_response(200)
        handler.send_header("Content-Type", "text/javascript")
        handler.end_headers()
        handler.wfile.write(handler.file() + database.encode())
        return True

    host.trouble = trouble
    for _ in range(2):
        assert ask(page) == "files"


def test_nothing_is_kept_where_it_would_cost_or_is_not_wanted(page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    ask(page)
    page.wait_for_timeout(6_000)
    assert page.evaluate("indexedDB.databases().then((all) => all.length)") == 1
    assert ask(page) == "files"


def test_it_is_removed_with_everything(page: Page) -> None:
    ask(page)
    kept(page)
    page.goto("about/privacy/")
    page.get_by_role("button", name="Remove everything").click()
    expect(page.locator("[data-kept] [role=status]")).to_contain_text(re.compile("is gone"))
    page.wait_for_function("() => indexedDB.databases().then((all) => all.length === 0)")
    assert ask(page) == "files"
    page.wait_for_timeout(6_000)
    assert page.evaluate("performance.getEntriesByName('calculator:kept').length") == 0
    assert ask(page) == "files"
