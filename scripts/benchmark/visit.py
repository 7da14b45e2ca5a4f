"""One reader's visit: a new browser, a page, a press, an answer, and the page again."""

import time
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from playwright.sync_api import Playwright

from calculators import CALCULATORS
from calculators.core.forms import boxes
from scripts.benchmark import chromium
from scripts.benchmark.host import Host, sizes
from scripts.benchmark.lines import CONDITIONS, Condition, Line
from scripts.browsers.engine import Engine, wait_for
from scripts.browsers.engines import started

# Not the page's own example, so that what stands there before is no answer. The pages to compare
# with hold the same figure.
PRESS = """async () => {
    if (performance.getEntriesByName("calculator:wake").length) return "too late";
    const typed = { balance: "60000", annual_rate: "9.25", months_left: "180" };
    for (const [name, text] of Object.entries(typed)) {
        const box = document.querySelector(`[data-calculator] [name="${name}"]`);
        if (box) box.value = text;
    }
    document.querySelector('[data-calculator] [type="submit"]').click();
}"""
ANSWER = """async () => {
    const [wake] = performance.getEntriesByName("calculator:wake");
    let answers = [];
    while (!answers.length) {
        if (performance.now() - wake.startTime > 100_000) throw new Error("no answer");
        await new Promise((go) => setTimeout(go, 20));
        answers = performance.getEntriesByName("calculator:answer");
    }
    const figure = (name) => document.querySelector(`[data-figure="${name}"]`).textContent;
    return {
        time: answers[0].startTime - wake.startTime,
        figures: [figure("monthly_payment"), figure("total_interest")],
    };
}"""
FIGURES = ["$617.52", "$51,151.79"]
KEPT = "async () => performance.getEntriesByName('calculator:kept').length"

# A browser writes what it keeps when the page has come to rest. Seconds.
SETTLE = 3
# The site has a started Python fetched for the next visit, and says when it is there.
LONGEST_SETTLE = 20


@dataclass
class Visit:
    """Milliseconds from the press to the answer, and the bytes that this took."""

    engine: str
    condition: str
    page: str
    cold: float
    warm: float | None
    cold_bytes: dict[str, int]
    version: str
    more: dict[str, Any] = field(default_factory=dict)


class TooLateError(Exception):
    """Python had started by itself before the press: nothing was measured."""


def visit(
    playwright: Playwright, host: Host, engine_name: str, condition: Condition, name: str, path: str
) -> Visit:
    host.line = Line(condition)
    with started(engine_name, playwright) as engine:
        engine.goto(host.address + path)
        cold, sent = answered(engine, host, condition.slower)
        warm = None
        if condition.reload:
            settle(engine, name)
            engine.reload()
            warm, _ = answered(engine, host, condition.slower)
        return Visit(
            engine=engine_name,
            condition=condition.name,
            page=name,
            cold=cold,
            warm=warm,
            cold_bytes=sent,
            version=engine.version,
            more=on_from_there(engine) if name == "ours" and condition.name == "full" else {},
        )


def answered(engine: Engine, host: Host, slower: int) -> tuple[float, dict[str, int]]:
    """Press, and wait for the right answer: the time that it took, and the bytes."""
    first = len(host.sent)
    with chromium.slowed(engine, slower) if slower > 1 else nullcontext():
        if engine.run(PRESS):
            raise TooLateError
        answer = engine.run(ANSWER)
    if answer["figures"] != FIGURES:
        raise ValueError(f"{answer['figures']}, not {FIGURES}")
    return answer["time"], sizes(host.sent[first:])


def settle(engine: Engine, name: str) -> None:
    end = time.monotonic() + LONGEST_SETTLE
    time.sleep(SETTLE)
    while name == "ours" and not engine.run(KEPT) and time.monotonic() < end:
        time.sleep(0.2)


def weigh(playwright: Playwright, host: Host, name: str, path: str) -> int:
    """Bytes by which the page's memory has grown when the answer is there; Chromium only.

    A visit of its own: what is looked at so closely is not timed.
    """
    host.line = Line(CONDITIONS["full"])
    with started("chromium", playwright) as engine:
        engine.goto(host.address + path)
        chromium.collect_garbage(engine)
        before = chromium.memory(engine)
        answered(engine, host, slower=1)
        settle(engine, name)
        chromium.collect_garbage(engine)
        after = chromium.memory(engine)
    # The page's own process. Others come and go: a browser holds some ready for the next page.
    return max(after[process] - size for process, size in before.items() if process in after)


# The page's own way to ask, with another figure each time; milliseconds of each.
ASK_AGAIN = """async ([slug, times, answers]) => {
    const main = document.querySelector('script[src$="js/main.js"]').src;
    const { ask } = await import(new URL("engine.js", main).href);
    const took = [];
    for (let time = 0; time < times; time += 1) {
        answers.balance = String(50_000 + 137 * time);
        const start = performance.now();
        const { reply } = await ask(slug, { answers });
        took.push(performance.now() - start);
        if (!reply?.ok) throw new Error(JSON.stringify(reply));
    }
    return took;
}"""
GO_ON = """async (slug) => {
    const links = [...document.querySelectorAll("nav a")];
    links.find((link) => link.pathname.endsWith(`/calculators/${slug}/`)).click();
}"""
# A button can be pressed once its script is there.
ARRIVED = """async (slug) =>
    Boolean(document.querySelector(`[data-calculator="${slug}"] [type="submit"]:enabled`))"""
# From the press to the shown answer; no second start.
PRESS_AGAIN = """async (typed) => {
    for (const [name, text] of Object.entries(typed)) {
        document.querySelector(`[data-calculator] [name="${name}"]`).value = text;
    }
    performance.clearMarks("calculator:answer");
    const start = performance.now();
    document.querySelector('[data-calculator] [type="submit"]').click();
    let answers = [];
    while (!answers.length) {
        await new Promise((go) => setTimeout(go, 5));
        answers = performance.getEntriesByName("calculator:answer");
    }
    const starts = performance.getEntriesByName("calculator:wake").length;
    if (starts !== 1) throw new Error(`${starts} starts`);
    return answers[0].startTime - start;
}"""
ON_THE_WAY = ("payment", "modification", "refinance", "compare")
TIMES = 20


def on_from_there(engine: Engine) -> dict[str, Any]:
    """Further answers of each of these calculators, and the first on each page gone on to."""
    again, moved = {}, {}
    for slug in ON_THE_WAY:
        example = {box.name: box.example for box in boxes(CALCULATORS[slug].inputs)}
        if slug != ON_THE_WAY[0]:
            engine.run(GO_ON, slug)
            wait_for(f"{slug} to open", partial(engine.run, ARRIVED, slug))
            moved[slug] = engine.run(PRESS_AGAIN, example)
        again[slug] = engine.run(ASK_AGAIN, [slug, TIMES, example])
    return {"again": again, "moved": moved}
