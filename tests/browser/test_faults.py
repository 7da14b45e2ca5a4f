"""Faults that no other file tries: docs/about/decisions/faults.md has them all."""

import re
import threading
from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.browsers.engine import Engine
from tests.browser.clocks import let_pass, stop_clock
from tests.browser.conftest import PATIENCE
from tests.browser.host import Handler, Host, hosted
from tests.browser.test_calculator import LOAN, figure, fill, state, submit
from tests.browser.test_offline import A_WHILE, KEPT, keep
from tests.conftest import Site

PAYMENT = "calculators/payment/"
NO_CHANNEL = "delete self.BroadcastChannel"
# A browser that a reader has told to keep nothing.
NO_STORAGE = """
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
        Object.defineProperty(window, name, {
            get() { throw new DOMException("refused", "SecurityError"); },
        });
    }
    for (const name of ["register", "getRegistration"]) {
        navigator.serviceWorker[name] = async () => {
            throw new DOMException("refused", "SecurityError");
        };
    }
"""
# A worker that can be ended as a browser does it: without a word.
OURS_TO_END = """
    window.started = [];
    window.Worker = class extends Worker {
        constructor(...given) {
            super(...given);
            window.started.push(this);
        }
    };
"""
ASK = """async (typed) => {
    for (const [name, text] of Object.entries(typed)) {
        document.querySelector(`.calc form [name="${name}"]`).value = text;
    }
    const button = document.querySelector(".calc [type=submit]");
    const until = async (ready) => {
        while (!ready()) await new Promise((next) => setTimeout(next, 50));
    };
    await until(() => !button.disabled);
    button.click();
    const calc = document.querySelector(".calc");
    await until(() => ["ready", "error"].includes(calc.dataset.state));
    return [calc.dataset.state, calc.querySelector(".calc-status").textContent,
        calc.querySelector('[data-figure="monthly_payment"]').textContent];
}"""


@pytest.fixture
def page(chromium: Browser, host: Host) -> Iterator[Page]:
    context = chromium.new_context(base_url=host.address)
    yield context.new_page()
    host.trouble = None
    context.close()


def ask(page: Page) -> None:
    page.goto(PAYMENT)
    fill(page, LOAN)
    submit(page)


def test_what_was_removed_stays_so_though_other_tabs_are_open(page: Page) -> None:
    """One tab hears of it at once; one that slept finds out before it keeps anything."""
    other, asleep = page.context.new_page(), page.context.new_page()
    asleep.add_init_script(NO_CHANNEL)
    keep(page)
    stop_clock(page)
    other.goto("glossary/")
    asleep.goto("steps/1-assess/")
    page.clock.resume()
    page.get_by_role("button", name="Dark", exact=True).click()
    page.goto("about/privacy/")
    page.get_by_role("button", name="Remove everything").click()
    expect(page.locator("[data-kept] [role=status]")).to_contain_text("is gone")
    for tab in (other, asleep):
        let_pass(tab, A_WHILE)
        tab.wait_for_timeout(500)
    assert page.evaluate(KEPT) == [[], [], 0]
    assert page.evaluate("Object.keys(localStorage)") == []
    # A visit that begins now is a new one.
    for tab in (other, asleep):
        tab.close()
    page.goto("about/offline/")
    keep(page)


def test_where_nothing_may_be_kept_the_buttons_say_so(page: Page) -> None:
    page.add_init_script(NO_STORAGE)
    page.goto("about/offline/")
    said = page.locator("[data-kept] [role=status]")
    page.get_by_role("button", name="Keep the whole site").click()
    expect(said).to_contain_text("does not let this site keep anything")
    page.goto("about/privacy/")
    page.get_by_role("button", name="Remove everything").click()
    expect(said).to_contain_text("is gone")
    ask(page)
    state(page, "ready")


def test_a_worker_that_was_ended_is_started_again_with_the_question(page: Page) -> None:
    page.add_init_script(OURS_TO_END)
    page.clock.install()
    ask(page)
    state(page, "ready")
    page.evaluate("window.started[0].terminate()")
    fill(page, {"balance": "60000"})
    submit(page)
    state(page, "busy")
    page.clock.fast_forward(21_000)
    state(page, "ready")
    assert figure(page, "monthly_payment") == "$617.52"
    # The next one that is ended is told: something on this device does it each time.
    page.evaluate("window.started.forEach((each) => each.terminate())")
    fill(page, {"balance": "52000"})
    submit(page)
    page.clock.fast_forward(21_000)
    state(page, "error")
    expect(page.locator(".calc-status")).to_contain_text("Your figures are still here")
    page.get_by_role("button", name="Try again").click()
    state(page, "ready")
    assert figure(page, "monthly_payment") == "$535.18"


def other_types(handler: Handler) -> bool:
    """What is no script comes as if nobody knew what it is."""
    if not re.search(r"/runtime/.*\.(wasm|zip|whl)$", handler.path):
        return False
    return handler.give(handler.file(), "application/octet-stream")


def no_scripts(handler: Handler) -> bool:
    """Nor are Pyodide's own scripts called scripts, and browsers are told not to guess."""
    if not re.search(r"/runtime/.*\.js$", handler.path):
        return False
    return handler.give(handler.file(), "application/octet-stream")


def test_a_wrong_type_stops_scripts_only_and_is_told(page: Page, host: Host) -> None:
    host.trouble = no_scripts
    ask(page)
    state(page, "error")
    expect(page.locator(".calc-status")).to_contain_text("Your figures are still here")
    host.trouble = other_types
    page.get_by_role("button", name="Try again").click()
    state(page, "ready")


def damaged_once(ending: str, where: float = 1) -> tuple[Counter[str], object]:
    """The first answer is wrong, and a cache may keep it for a year. `where` is a part of it."""
    times = Counter[str]()

    def trouble(handler: Handler) -> bool:
        if not re.search(rf"/runtime/[^?]*{ending}$", handler.path):
            return False
        times[handler.path] += 1
        if times[handler.path] > 1:
            return False
        whole = handler.file()
        start = int(where * (len(whole) - 99))
        wrong = whole[:start] + b"x" * 99 + whole[start + 99 :]
        return handler.give(wrong, "application/octet-stream")

    return times, trouble


@pytest.mark.parametrize("where", [0.02, 0.3, 0.5, 0.8, 1])
def test_a_damaged_core_is_fetched_again_whatever_it_led_to(
    page: Page, host: Host, where: float
) -> None:
    """It may not compile, or read wrong tables, or ask for the rest, which is damaged too."""
    times, host.trouble = damaged_once(r"\.wasm", where)  # type: ignore[assignment]
    ask(page)
    state(page, "ready")
    assert figure(page, "monthly_payment") == "$535.18"
    assert any(path.endswith("asm.wasm") and count == 2 for path, count in times.items()), times


def test_a_damaged_worker_blocks_nobody(page: Page, host: Host) -> None:
    """It names all other files, and is fetched past the caches when it does not load."""
    times = Counter[str]()

    def trouble(handler: Handler) -> bool:
        if not handler.path.endswith("/worker.js"):
            return False
        times[handler.path] += 1
        if times[handler.path] > 1:
            return False
        return handler.give(handler.file()[:-99], "text/javascript")

    host.trouble = trouble
    ask(page)
    state(page, "ready")
    assert sum(times.values()) >= 2


def test_what_is_printed_while_it_loads_is_the_example_and_says_so(page: Page, host: Host) -> None:
    arrived = threading.Event()

    def trouble(handler: Handler) -> bool:
        return handler.path.endswith(".wasm") and not arrived.wait(PATIENCE / 1000)

    host.trouble = trouble
    ask(page)
    state(page, "loading")
    page.emulate_media(media="print")
    text = page.locator("main").inner_text()
    assert "Our worked example" in text and "$535.18" in text
    mark = "getComputedStyle(document.querySelector('.calc-result'), '::before').content"
    assert "Ask again, then print" in page.evaluate(mark)
    expect(page.locator(".calc-progress")).to_be_hidden()
    arrived.set()
    page.emulate_media(media="screen")
    state(page, "ready")


@pytest.mark.parametrize("day", ["1970-01-01", "2099-12-31"])
def test_a_wrong_clock_stops_nothing(page: Page, day: str) -> None:
    page.clock.set_fixed_time(f"{day}T12:00:00")
    ask(page)
    state(page, "ready")
    # Put right again, and what was typed under the wrong day is still there.
    page.clock.set_fixed_time("2026-11-27T12:00:00")
    page.reload()
    expect(page.locator('[name="balance"]')).to_have_value(LOAN["balance"])
    submit(page)
    state(page, "ready")


def cut(handler: Handler) -> bool:
    """The line breaks in the middle of each large file, each time."""
    if not re.search(r"/runtime/.*\.(wasm|zip|whl)$", handler.path):
        return False
    data = handler.file()
    wanted = re.match(r"bytes=(\d+)-", handler.headers.get("Range", ""))
    start = int(wanted[1]) if wanted else 0
    handler.send_response(206 if wanted else 200)
    if wanted:
        handler.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
    handler.send_header("Content-Length", str(len(data) - start))
    handler.end_headers()
    handler.wfile.write(data[start : start + 3_000_000])
    handler.close_connection = True
    return True


def missing(handler: Handler) -> bool:
    if not handler.path.endswith(".whl"):
        return False
    handler.send_error(404)
    return True


def test_faults_of_the_runtime_in_each_engine(engine: Engine, site: Site) -> None:
    """Each on a host of its own: nothing is kept from the one before."""
    _, wrong = damaged_once(r"\.wasm")
    troubles = {"cut": cut, "damaged": wrong, "other types": other_types, "missing": missing}
    for name, trouble in troubles.items():
        with hosted(site.folder) as host:
            host.trouble = trouble  # type: ignore[assignment]
            engine.goto(f"{host.address}{PAYMENT}")
            said, words, payment = engine.run(ASK, {**LOAN, "balance": "60000"})
        if name == "missing":
            assert (said, payment) == ("error", "$535.18")
            assert "a part of it was not found" in words
        else:
            assert (said, payment) == ("ready", "$617.52"), f"{name}: {words}"
