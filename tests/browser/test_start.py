"""A start over a bad line: it goes on where it stopped, tries again, and never leaves one stuck."""

import itertools
import re
import threading
from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.clocks import hurry_worker
from tests.browser.conftest import PATIENCE
from tests.browser.host import Handler, Host
from tests.browser.test_calculator import LOAN, figure, fill

PAYMENT = "calculators/payment/"
WASM = re.compile(r"/runtime/.*\.wasm$")
LARGE = re.compile(r"/runtime/.*(\.wasm|\.zip|\.whl)$")
CHUNK = 1_000_000


@pytest.fixture
def page(chromium: Browser, host: Host) -> Iterator[Page]:
    # Without a service worker: what is fetched here is the page's own start.
    context = chromium.new_context(base_url=host.address, service_workers="block")
    yield context.new_page()
    host.trouble = None
    context.close()


def ask(page: Page) -> None:
    """A question of the reader's own: boxes start empty."""
    page.goto(PAYMENT)
    fill(page, {**LOAN, "balance": "60000"})
    page.get_by_role("button", name="Work it out").click()


def answered(page: Page) -> None:
    expect(page.locator(".calc")).to_have_attribute("data-state", "ready")
    assert figure(page, "monthly_payment") == "$617.52"


def refused(page: Page, why: str) -> None:
    expect(page.locator(".calc")).to_have_attribute("data-state", "error")
    expect(page.locator(".calc [role=status]").first).to_contain_text(why)
    expect(page.locator(".calc [role=status]").first).to_contain_text("Your figures are still here")
    assert page.locator('[name="balance"]').input_value() == "60000"
    # The example stands, and nothing is left to hope for but the button.
    assert figure(page, "monthly_payment") == "$535.18"
    expect(page.get_by_role("button", name="Try again")).to_be_visible()


def cut_after(count: int, ranges: bool) -> tuple[list[str], object]:
    """A host whose line breaks after so many bytes of each large file, each time."""
    asked: list[str] = []

    def trouble(handler: Handler) -> bool:
        if not LARGE.search(handler.path):
            return False
        start = 0
        wanted = re.match(r"bytes=(\d+)-(\d*)", handler.headers.get("Range", ""))
        asked.append(f"{handler.path.split('/')[-1]} {wanted[1] if wanted else ''}".strip())
        data = handler.file()
        end = len(data)
        if wanted and ranges:
            start, end = int(wanted[1]), int(wanted[2] or len(data) - 1) + 1
            handler.send_response(206)
            handler.send_header("Content-Range", f"bytes {start}-{end - 1}/{len(data)}")
        else:
            handler.send_response(200)
        handler.send_header("Content-Length", str(end - start))
        handler.end_headers()
        handler.wfile.write(data[start : min(start + count, end)])
        handler.close_connection = True
        return True

    return asked, trouble


@pytest.mark.parametrize("chunk", [CHUNK, 400_000])
def test_it_goes_on_where_it_was_cut_off(page: Page, host: Host, chunk: int) -> None:
    # What was on its way may be lost, and all of it, as here the line breaks at once: small pieces
    # that come whole are not.
    asked, host.trouble = cut_after(chunk, ranges=True)  # type: ignore[assignment]
    ask(page)
    answered(page)
    starts = [int(each.split()[-1]) for each in asked if "asm.wasm " in each]
    assert len(starts) >= 3
    # None begins anew.
    assert starts[-1] > CHUNK
    assert all(0 <= late - soon <= chunk for soon, late in itertools.pairwise(starts))


def test_a_host_that_knows_no_parts_is_asked_for_the_whole(page: Page, host: Host) -> None:
    asked, always = cut_after(CHUNK, ranges=False)
    tries = Counter[str]()

    def twice(handler: Handler) -> bool:
        tries[handler.path] += 1
        return tries[handler.path] <= 2 and always(handler)  # type: ignore[operator]

    host.trouble = twice
    ask(page)
    answered(page)
    assert len(asked) > 3


# Some words stand there for a moment only.
ALL_THAT_IS_SAID = """() => {
    window.said = [];
    new MutationObserver(() => {
        window.said.push(document.querySelector(".calc [role=status]")?.textContent);
    }).observe(document, { subtree: true, childList: true, characterData: true });
}"""


def test_a_line_that_is_cut_for_ever_ends_in_words(page: Page, host: Host) -> None:
    asked, host.trouble = cut_after(1000, ranges=False)  # type: ignore[assignment]
    hurry_worker(page, host.folder)
    page.add_init_script(f"({ALL_THAT_IS_SAID})()")
    ask(page)
    refused(page, "the connection was lost")
    assert "Trying again" in page.evaluate("window.said.join()")
    assert max(Counter(asked).values()) <= 8
    host.trouble = None
    page.get_by_role("button", name="Try again").click()
    answered(page)


@pytest.mark.parametrize("code", [500, 503])
def test_a_host_that_fails_for_a_while_is_asked_again(page: Page, host: Host, code: int) -> None:
    tries = Counter[str]()

    def trouble(handler: Handler) -> bool:
        tries[handler.path] += 1
        if "/runtime/" in handler.path and tries[handler.path] <= 2:
            handler.send_error(code)
            return True
        return False

    host.trouble = trouble
    ask(page)
    answered(page)


def test_what_is_not_there_is_not_asked_for_for_ever(page: Page, host: Host) -> None:
    def trouble(handler: Handler) -> bool:
        if WASM.search(handler.path):
            handler.send_error(404)
            return True
        return False

    host.trouble = trouble
    ask(page)
    refused(page, "a part of it was not found")
    # Once whenever a box was touched, and when the button was pointed at, focused and pressed.
    assert sum(".wasm" in path for path in host.asked) <= len(LOAN) + 3


@pytest.mark.parametrize("part", [".wasm", ".zip", ".whl"])
def test_wrong_bytes_are_fetched_once_more_past_the_caches(
    page: Page, host: Host, part: str
) -> None:
    """The same length, and still wasm, a zip, a wheel: only the hash can tell."""
    times = Counter[str]()

    def trouble(handler: Handler) -> bool:
        if not handler.path.endswith(part) or "/runtime/" not in handler.path:
            return False
        times[handler.headers.get("Cache-Control", "")] += 1
        if sum(times.values()) > 1:
            return False
        wrong = bytearray(handler.file())
        wrong[-70_000] ^= 1
        handler.send_response(200)
        # A cache on the way would go on giving it out.
        handler.send_header("Cache-Control", "max-age=31536000")
        handler.send_header("Content-Length", str(len(wrong)))
        handler.end_headers()
        handler.wfile.write(wrong)
        return True

    host.trouble = trouble
    ask(page)
    answered(page)
    assert times["no-cache"] == 1


@pytest.mark.parametrize("part", [".wasm", "pyodide.js", "pyodide.asm.js"])
def test_what_stays_wrong_is_reported_kindly(page: Page, host: Host, part: str) -> None:
    def trouble(handler: Handler) -> bool:
        if not handler.path.endswith(part):
            return False
        wrong = b"<html>Please log in to this network</html>"
        return handler.give(wrong, "text/javascript" if part.endswith("js") else "text/html")

    host.trouble = trouble
    ask(page)
    refused(page, "could not start")
    host.trouble = None
    page.get_by_role("button", name="Try again").click()
    answered(page)


def test_a_stalled_download_is_given_up_and_asked_for_again(page: Page, host: Host) -> None:
    stalled, over = threading.Event(), threading.Event()

    def trouble(handler: Handler) -> bool:
        if not WASM.search(handler.path) or stalled.is_set():
            return False
        data = handler.file()
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data[:500_000])
        handler.wfile.flush()
        stalled.set()
        over.wait()
        return True

    host.trouble = trouble
    hurry_worker(page, host.folder)
    ask(page)
    answered(page)
    over.set()


def test_without_a_connection_it_says_so_and_can_be_asked_again(page: Page, host: Host) -> None:
    page.goto(PAYMENT)
    page.context.set_offline(True)
    fill(page, {**LOAN, "balance": "60000"})
    page.get_by_role("button", name="Work it out").click()
    refused(page, "could not start")
    page.context.set_offline(False)
    page.get_by_role("button", name="Try again").click()
    answered(page)


@pytest.mark.parametrize("times", [1, 99])
def test_a_start_that_hangs_is_made_once_more(page: Page, host: Host, times: int) -> None:
    """Pyodide is there, and never answers."""
    hung = Counter[str]()
    hangs = threading.Event()

    def trouble(handler: Handler) -> bool:
        if not handler.path.endswith("pyodide.js") or hung["js"] >= times:
            return False
        hung["js"] += 1
        body = b"export const loadPyodide = () => new Promise(() => undefined);"
        handler.give(body)
        hangs.set()
        return True

    host.trouble = trouble
    page.clock.install()
    ask(page)
    assert hangs.wait(PATIENCE / 1000)
    page.clock.fast_forward(61_000)
    if times > 1:
        # Its bytes are compared the second time.
        refused(page, "what arrived is not what we sent")
    else:
        answered(page)


def test_a_slow_line_is_no_hanging_one(page: Page, host: Host) -> None:
    """Each byte that comes shows that it goes on; the bar moves."""
    parts = threading.Semaphore(0)

    def trouble(handler: Handler) -> bool:
        if not WASM.search(handler.path):
            return False
        data = handler.file()
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        step = len(data) // 400
        for start in range(0, len(data), step):
            parts.acquire()
            handler.wfile.write(data[start : start + step])
            handler.wfile.flush()
        return True

    host.trouble = trouble
    page.clock.install()
    ask(page)
    bar = page.locator(".calc progress")
    for _ in range(4):
        before = bar.evaluate("bar => bar.value")
        while bar.evaluate("bar => bar.value") == before:
            parts.release()
            page.wait_for_timeout(50)
        # Half a minute of the page's time for the little that came.
        page.clock.fast_forward(30_000)
        assert page.locator(".calc").get_attribute("data-state") == "loading"
    parts.release(1000)
    answered(page)
