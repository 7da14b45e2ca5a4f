"""Clocks that a test drives: nobody waits for time to pass."""

from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, Route

MORNING = datetime(2026, 5, 4, 9)
# Begun, a request is seen before the answer to a later one.
ROUND_TRIP = "fetch('?time-passes', {method: 'HEAD'}).then(() => undefined)"
TIMES = 20
FAST = f"""const slowly = self.setTimeout;
self.setTimeout = (then, time, ...rest) => slowly(then, time / {TIMES}, ...rest);
"""


def stop_clock(page: Page) -> None:
    """From now on time stands still for the pages of this context, their frames too.

    `page.clock.resume()` lets it go on. Marks that a page sets meanwhile cannot be read.
    """
    page.clock.install(time=MORNING)
    page.clock.pause_at(MORNING + timedelta(minutes=1))


def let_pass(page: Page, seconds: int) -> None:
    """So many seconds for a page with a stopped clock, and whatever they set off."""
    for _ in range(seconds):
        page.clock.run_for(1000)
        page.evaluate(ROUND_TRIP)


def hurry_worker(page: Page, site: Path) -> None:
    """The worker that starts Python gets a faster clock: it is patient with a bad line."""

    def hurried(route: Route) -> None:
        script = site / urlsplit(route.request.url).path.lstrip("/")
        body = FAST + script.read_text("utf-8")
        route.fulfill(body=body, content_type="text/javascript")

    page.context.route("**/js/worker.js", hurried)
