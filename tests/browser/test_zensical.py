"""Pages that Zensical made: their menu, bar, search and calculators work."""

import re

from playwright.sync_api import Browser, expect

from tests.browser.conftest import PATIENCE, faultless
from tests.browser.host import hosted
from tests.browser.test_offline import answer
from tests.conftest import Site
from tests.zensical import zensical_site


def test_a_page_of_zensical_works(chromium: Browser, site: Site) -> None:
    with hosted(zensical_site(site)) as host:
        context = chromium.new_context(base_url=host.address)
        context.set_default_timeout(PATIENCE)
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
            page.keyboard.type("what is a zombie", delay=20)
            found = page.get_by_role("link", name=re.compile("old and charged", re.I))
            found.first.wait_for()
            assert "search.json" in " ".join(host.asked)
            found.first.click()
            expect(page.locator("h1")).to_contain_text("loan")
        context.close()
