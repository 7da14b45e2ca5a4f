"""Pages that Zensical made: their menu, bar, search and calculators work."""

from playwright.sync_api import Browser, expect

from tests.browser.conftest import faultless
from tests.browser.host import hosted
from tests.browser.test_offline import answer
from tests.conftest import Site
from tests.zensical import zensical_site


def test_a_page_of_zensical_works(chromium: Browser, site: Site) -> None:
    with hosted(zensical_site(site)) as host:
        context = chromium.new_context(base_url=host.address)
        page = context.new_page()
        with faultless(page):
            page.goto("calculators/payment/")
            answer(page)
            page.locator(".bar-menu").click()
            expect(page.locator("#menu")).to_be_visible()
            page.keyboard.press("Escape")
            expect(page.locator("#menu")).to_be_hidden()
            page.locator(".call > summary").click()
            expect(page.locator(".call .card-call").first).to_be_visible()
            page.keyboard.press("Escape")
            # Nothing is asked for before somebody searches.
            asked = " ".join(host.asked)
            assert "search.json" not in asked and "workers/search" not in asked
            page.locator("#search button").click()
            page.locator("dialog input").first.fill("what is a zombie")
            found = page.get_by_role("option", name="An old second mortgage that came back")
            found.first.click()
            page.wait_for_url("**/more/old-and-charged-off-loans/")
            expect(page.locator("h1")).to_contain_text("An old second mortgage that came back")
        context.close()
