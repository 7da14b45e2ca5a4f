"""A reload starts from Python's memory, kept on the device; whatever ails it, the answer comes."""

import hashlib
import re
import struct
from collections.abc import Callable, Iterator

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

# What is kept, changed by `spoil(bytes, put)` and put back; `put` keeps something by another name.
CHANGE = """async (spoil) => {
    const result = (request) => new Promise((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
    });
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const name = databases.find((each) => each.startsWith("second-mortgage-python /"));
    const database = await result(indexedDB.open(name));
    const store = () => database.transaction("memory", "readwrite").objectStore("memory");
    const [key] = await result(store().getAllKeys());
    const put = ({ buffer }, named) => result(store().put(buffer, named(key)));
    const bytes = new Uint8Array(await result(store().get(key)));
    await put(await spoil(bytes, put), (key) => key);
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const count = await result(store().count());
    database.close();
    return [new URL(key).pathname, bytes.length, hash.toHex(), count];
}"""
SAME = "(bytes) => bytes"
# Where earlier releases kept it.
OLDER = """(address) => new Promise((done) => {
    const opening = indexedDB.open("second-mortgage-python");
    opening.onsuccess = () => done(opening.result.close());
}).then(() => caches.open(`second-mortgage-python ${address}`))"""
NAMES = """async () => [
    ...(await indexedDB.databases()).map(({ name }) => name), ...(await caches.keys()),
]"""
# How the worker's file names the memory.
NAMED = re.compile(rb'memory:\{name:"(memory-[^"]+)",own:\d+,laid:\d+,sha256:"([^"]+)",[^}]*\}')
# As memory.mjs writes it.
PAGE = 4096


@pytest.mark.parametrize("path", [PAYMENT, "calculators/compare/", "letters/heloc-error/"])
def test_the_answer_is_the_same_to_the_letter(engine: Engine, site: Site, path: str) -> None:
    kind, slug, _ = path.split("/")
    typed = example_of(slug) if kind == "calculators" else {}
    engine.goto(f"{site.served}{path}")
    first = engine.run(ANSWER, typed)
    # Not to another address: WebKit would hold on to the page that it left, and to what that keeps.
    engine.reload()
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


def test_what_is_kept_is_what_was_published_for_everybody(page: Page, site: Site) -> None:
    assert ask(page) == "files"
    kept(page)
    path, _, digest, count = page.evaluate(f"({CHANGE})({SAME})")
    shipped = site.folder / path.lstrip("/")
    assert digest == hashlib.sha256(shipped.read_bytes()).hexdigest()
    assert count == 1


@pytest.mark.parametrize(
    "spoil",
    [
        "(bytes) => bytes.slice(0, 99_999)",
        "(bytes) => { bytes[123_456] ^= 1; return bytes; }",
        """async (bytes, put) => {
            await put(bytes, (key) => key.replace(/memory-....../, "memory-000000"));
            return bytes.slice(1);
        }""",
    ],
    ids=["cut", "changed", "of another release"],
)
def test_a_memory_that_is_not_sound_is_not_used(page: Page, spoil: str) -> None:
    ask(page)
    kept(page)
    page.evaluate(f"({CHANGE})({spoil})")
    assert ask(page) == "files"
    # It is made good for the time after.
    kept(page)
    assert page.evaluate(f"({CHANGE})({SAME})")[3] == 1
    assert ask(page) == "memory"


def refused_by_pyodide(data: bytes) -> bytes:
    first = first_page(data)
    return data[:first] + b"?" + data[first + 1 :]


def that_hangs(data: bytes) -> bytes:
    """Too short for the core: Pyodide never says a word."""
    first, most = first_page(data), 10 * 65_536
    pages = struct.unpack_from(f"<{first // 4 - 2}I", data, 8)
    few = [page for page in pages if page * PAGE < most]
    head = struct.pack(f"<{2 + len(few)}I", most, len(few), *few)
    return head + data[first : first + len(few) * PAGE]


def that_cannot_answer(data: bytes) -> bytes:
    """It starts, and has no function of that name."""
    assert b"\0respond\0" in data
    return data.replace(b"\0respond\0", b"\0respont\0")


def first_page(data: bytes) -> int:
    return 8 + 4 * int.from_bytes(data[4:8], "little")


@pytest.mark.parametrize("spoil", [refused_by_pyodide, that_hangs, that_cannot_answer])
def test_a_memory_that_does_not_start_here_is_tried_once(
    page: Page, host: Host, spoil: Callable[[bytes], bytes]
) -> None:
    """As in an engine that nobody has tried it in: the question is answered all the same."""
    (path,) = host.folder.glob("assets/runtime/memory-*.bin")
    spoiled = spoil(path.read_bytes())
    digest = hashlib.sha256(spoiled).hexdigest().encode()

    def trouble(handler: Handler) -> bool:
        if handler.path.endswith("/worker.js"):
            text, (_, right) = handler.file(), named_in(handler.file())
            return handler.give(text.replace(right, digest))
        return path.name in handler.path and handler.give(spoiled, "application/octet-stream")

    host.trouble = trouble
    assert ask(page) == "files"
    kept(page)
    for _ in range(2):
        assert ask(page) == "files"
        page.wait_for_timeout(6_000)
        assert page.evaluate("performance.getEntriesByName('calculator:kept').length") == 0
        assert page.evaluate(f"({CHANGE})({SAME})")[1] == 0
    assert sum(path.name in asked for asked in host.asked) == 1


def named_in(worker: bytes) -> tuple[bytes, ...]:
    found = NAMED.search(worker)
    assert found
    return found.groups()


@pytest.mark.parametrize(
    "database",
    [
        "indexedDB.open = () => { throw new Error('refused'); };",
        "indexedDB.open = () => ({});",
        "Object.defineProperty(self, 'indexedDB', {value: undefined});",
    ],
    ids=["refuses", "never answers", "is not there"],
)
def test_a_browser_that_keeps_nothing_starts_each_time(
    page: Page, host: Host, database: str
) -> None:
    host.trouble = lambda handler: (
        handler.path.endswith("/worker.js") and handler.give(database.encode() + handler.file())
    )
    for _ in range(2):
        assert ask(page) == "files"


def test_a_site_without_a_memory_starts_each_time(page: Page, host: Host) -> None:
    """Switched off in scripts/runtime/steps.toml."""
    host.trouble = lambda handler: (
        handler.path.endswith("/worker.js")
        and handler.give(NAMED.sub(b"memory:void 0", handler.file()))
    )
    for _ in range(2):
        assert ask(page) == "files"
        page.wait_for_timeout(6_000)
    assert not any("memory-" in path for path in host.asked)
    (worker,) = host.folder.glob("assets/*/js/worker.js")
    assert named_in(worker.read_bytes()), "it would have been there"


def test_nothing_is_kept_where_it_would_cost_or_is_not_wanted(page: Page, host: Host) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    ask(page)
    page.wait_for_timeout(6_000)
    assert page.evaluate(NAMES) == []
    assert not any("memory-" in path for path in host.asked)
    assert ask(page) == "files"


def test_it_is_removed_with_everything(page: Page) -> None:
    page.goto(PAYMENT)
    page.evaluate(OLDER, "/")
    assert len(page.evaluate(NAMES)) == 2
    ask(page)
    kept(page)
    # What earlier releases kept is gone by itself.
    page.wait_for_function(f"({NAMES})().then((all) => all.length === 1)")
    page.evaluate(OLDER, "/")
    page.goto("about/privacy/")
    page.get_by_role("button", name="Remove everything").click()
    expect(page.locator("[data-kept] [role=status]")).to_contain_text(re.compile("is gone"))
    page.wait_for_function(f"({NAMES})().then((all) => all.length === 0)")
    assert ask(page) == "files"
    page.wait_for_timeout(6_000)
    assert page.evaluate("performance.getEntriesByName('calculator:kept').length") == 0
    assert ask(page) == "files"
