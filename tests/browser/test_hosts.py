"""An answer in a browser, and the site without a connection, from hosts as people have them."""

import pytest
from playwright.sync_api import Browser, expect

from scripts.site import policy
from tests.browser.conftest import faultless
from tests.browser.test_offline import answer, keep
from tests.conftest import Site
from tests.site.hosts import HOSTS
from tests.site.test_hosting import PROTECTING

# One that says all, and one that says nothing and has the site in a folder.
OFFLINE = ("nginx", "like pages")


@pytest.mark.parametrize("name", sorted(HOSTS))
def test_a_host_brings_an_answer(name: str, chromium: Browser, site: Site) -> None:
    with HOSTS[name](site.folder) as address:
        context = chromium.new_context(base_url=address)
        page = context.new_page()
        with faultless(page):
            said = page.goto("calculators/payment/")
            assert said
            own = said.headers.get("content-security-policy")
            assert own == (policy.FOR_PAGES if name in PROTECTING else None)
            answer(page)
            if name in OFFLINE:
                keep(page)
                context.set_offline(True)
                page.goto("calculators/heloc/")
                answer(page)
                lost = page.goto("no/such/page/")
                assert lost and lost.status == 404
                expect(page.locator("h1")).to_have_text("We cannot find that page")
        context.close()
