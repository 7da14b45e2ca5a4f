"""Each page and host says what may be loaded and run; no kind of page or feature needs more."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.site import policy
from tests.browser.host import Handler, Host
from tests.browser.test_calculator import LOAN, fill, follow, state, submit
from tests.browser.test_offline import answer, keep
from tests.conftest import Site

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
});
new BroadcastChannel("violations").onmessage = ({ data }) => window.violations.push(data);
"""
WATCH_WORKER = b"""
self.addEventListener("securitypolicyviolation", (event) => {
  const said = `worker: ${event.violatedDirective} ${event.blockedURI}`;
  new BroadcastChannel("violations").postMessage(said);
});
"""
WORKERS = re.compile(r"/js/worker\.js$|/workers/search\.[^/]*\.js$|/sw\.js$")
PAGES = [
    "",
    "404.html",
    "about/offline/",
    "about/privacy/",
    "action-plan/",
    "ayuda/",
    "calculators/compare/",
    "calculators/timeline/",
    "glossary/",
    "letters/stop-sale/",
    "log/",
    "more/bankruptcy/",
    "my-figures/",
    "offers/",
    "papers/",
    "plan/",
    "sources/",
    "states/florida/",
    "steps/1-assess/",
]


def watched_workers(handler: Handler) -> bool:
    """Each worker tells what it was refused; what it may do is said as ever."""
    if not WORKERS.search(handler.path):
        return False
    return handler.give(WATCH_WORKER + handler.file())


@pytest.fixture
def page(chromium: Browser, host: Host) -> Iterator[Page]:
    host.trouble = watched_workers
    context = chromium.new_context(base_url=host.address)
    context.add_init_script(WATCH)
    yield context.new_page()
    context.close()


def violations(page: Page) -> object:
    return page.evaluate("window.violations")


def test_every_page_has_the_policy_first(site: Site) -> None:
    for path in site.pages():
        html = path.read_text(encoding="utf-8")
        head = html.split("<head>")[1]
        found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', head)
        assert found, path
        assert "unsafe-inline" not in found[1] and "'unsafe-eval'" not in found[1]
        # What stands before it is not under it.
        assert not re.search(r"<(script|style|link)", head[: found.start()]), path


def test_no_kind_of_page_needs_more(page: Page) -> None:
    for name in PAGES:
        said = page.goto(name)
        assert said and said.headers["content-security-policy"] == policy.FOR_PAGES
        page.locator("details").evaluate_all("all => all.forEach((each) => (each.open = true))")
        if page.locator("[data-calculator]").count():
            page.locator("[data-calculator] form [type=submit]").first.click()
            page.wait_for_function(
                "() => ['ready', 'error'].includes("
                "document.querySelector('[data-calculator]').dataset.state)"
            )
        page.keyboard.press("Tab")
        page.evaluate("document.querySelector('[data-md-toggle=search]').click()")
        # The theme hears keys, and not that a text is put there.
        page.locator(".md-search__input").press_sequentially("foreclosure")
        page.locator(".md-search-result__item").first.wait_for()
        page.keyboard.press("Escape")
        page.emulate_media(media="print")
        assert violations(page) == [], name
        page.emulate_media(media="screen")


@pytest.mark.parametrize("at", ["address", "served"])
def test_going_from_page_to_page_needs_no_more(chromium: Browser, site: Site, at: str) -> None:
    """At the address that the site was built for, and elsewhere."""
    context = chromium.new_context(base_url=getattr(site, at))
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto("")
    page.evaluate("window.isTheSamePage = true")
    for name in ("steps/2-talk-to-your-lender/", "calculators/payment/", "letters/help/"):
        page.locator("h1").evaluate("each => each.classList.add('old')")
        follow(page, page.locator(f'a[href$="{name}"]'))
        # Who goes on while a page is on its way may be taken there by the browser.
        expect(page.locator("h1.old")).to_have_count(0)
    assert page.evaluate("window.isTheSamePage"), "a new page has violations of its own"
    assert violations(page) == []
    context.close()


def test_the_copy_on_the_device_is_as_protected(
    page: Page, host: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(page)
    assert violations(page) == []

    def said(name: str) -> dict[str, str]:
        return dict(
            page.evaluate(
                "async (name) => [...(await fetch(name)).headers]", f"{host.address}{name}"
            )
        )

    script = page.locator("script[type=module]").get_attribute("src") or ""
    worker = f"{script.partition('assets/')[2].partition('/')[0]}/js/worker.js"
    for name in ("glossary/", f"assets/{worker}", "search/search_index.json"):
        wanted = {each.lower(): value for each, value in policy.headers(name).items()}
        assert wanted.items() <= said(name).items(), name
    # A host that says something else is believed, without a new release and without a byte more.
    monkeypatch.setitem(policy.HEADERS, "Permissions-Policy", "camera=()")
    already = len(host.asked)
    keep(page)
    assert len(host.asked[already:]) < 40
    host.stop()
    assert said("glossary/")["permissions-policy"] == "camera=()"
    # From memory and from files, Python and the search do under it what they did before.
    page.goto("calculators/payment/")
    answer(page)
    page.reload()
    answer(page)
    assert violations(page) == []


def test_a_whole_visit_needs_no_more(page: Page) -> None:
    page.goto("calculators/payment/")
    fill(page, LOAN)
    submit(page)
    state(page, "ready")
    page.wait_for_function("() => performance.getEntriesByName('calculator:kept').length")
    page.get_by_role("button", name="Copy as text").click()
    with page.expect_download():
        page.get_by_role("button", name="Save the table").first.click()
    page.add_init_script("window.print = () => { document.title = 'printed'; }")
    page.evaluate("window.print = () => { document.title = 'printed'; }")
    page.get_by_role("button", name="Print this answer").click()
    expect(page).to_have_title("printed")
    page.reload()
    submit(page)
    state(page, "ready")
    assert (
        page.evaluate("performance.getEntriesByName('calculator:ready').at(-1).detail") == "memory"
    )
    assert violations(page) == []


@pytest.mark.parametrize(
    ("act", "directive"),
    [
        ("document.head.append(Object.assign(document.createElement('script'), {text: '1'}))",
         "script-src"),
        ("document.head.append(Object.assign(document.createElement('base'), {href: '/x/'}))",
         "base-uri"),
        ("fetch('https://example.org/').catch(() => 0)", "connect-src"),
        ("document.body.append(Object.assign(document.createElement('iframe'), {src: '/'}))",
         "frame-src"),
        ("const f = document.createElement('form'); f.action = '/'; document.body.append(f);"
         "f.submit();", "form-action"),
        ("document.body.innerHTML += '<img src=nothing onerror=\"window.hurt = 1\">'",
         "script-src-attr"),
    ],
    ids=["script", "base", "elsewhere", "frame", "form", "handler"],
)  # fmt: skip
def test_what_the_policy_forbids_is_noticed(page: Page, act: str, directive: str) -> None:
    """The watcher itself can fail."""
    page.goto("glossary/")
    page.evaluate(f"() => {{ {act} }}")
    page.wait_for_function(
        "(name) => window.violations.some((each) => each.startsWith(name))", arg=directive
    )
    assert page.evaluate("window.hurt") is None


@pytest.mark.parametrize(
    ("act", "directive"),
    [
        ("fetch('https://example.org/')", "connect-src"),
        ("eval('1')", "require-trusted-types-for"),
        ("new Function('1')", "require-trusted-types-for"),
        ("import('data:text/javascript,1')", "script-src"),
        ("WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))", ""),
    ],
    ids=["elsewhere", "text", "function", "script", "no violation"],
)
def test_what_a_workers_policy_forbids_is_noticed(
    page: Page, host: Host, act: str, directive: str
) -> None:
    def trouble(handler: Handler) -> bool:
        if not handler.path.endswith("/js/worker.js"):
            return False
        done = "new BroadcastChannel('violations').postMessage('done');"
        tried = f"(async () => {{ await {act}; }})().catch(() => 0).then(() => {{ {done} }});"
        return handler.give(WATCH_WORKER + tried.encode())

    host.trouble = trouble
    page.goto("calculators/payment/")
    page.locator('[name="balance"]').fill("1")
    page.wait_for_function("() => window.violations.includes('done')")
    told = [each for each in page.evaluate("window.violations") if each != "done"]
    assert told[0].startswith(f"worker: {directive}") if directive else told == []
