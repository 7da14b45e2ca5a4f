"""The wait after the press, of a reader who fills in a form at a person's pace.

Each of eight households (paths.toml) goes from home through the front door to a calculator, and
presses its button. Python is woken on the way, as the site does it: what is left of its start by
then is what a reader notices.
"""

import tomllib
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.sync_api import Playwright

from calculators import CALCULATORS
from calculators.core.forms import boxes
from scripts.benchmark import chromium
from scripts.benchmark.host import Host
from scripts.benchmark.lines import Condition, Line
from scripts.benchmark.visit import ARRIVED, GO_ON
from scripts.browsers.engine import wait_for
from scripts.browsers.engines import started

PATHS = tomllib.loads(Path(__file__).with_name("paths.toml").read_text("utf-8"))["path"]
# Milliseconds: to read a question, to find the next box, and to type a sign on a phone.
READ, FIND, SIGN = 2000, 1000, 300
TAP = """async ([choice, read]) => {
    await new Promise((go) => setTimeout(go, read));
    const find = () => document.querySelector(`.door-question [data-choice="${choice}"]`);
    while (!find()) await new Promise((go) => setTimeout(go, 50));
    find().dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
    find().click();
}"""
FILL = """async ([typed, find, sign]) => {
    const pause = (time) => new Promise((go) => setTimeout(go, time));
    for (const [name, text] of Object.entries(typed)) {
        const box = document.querySelector(`[data-calculator] [name="${name}"]`);
        box.closest("details")?.setAttribute("open", "");
        await pause(find);
        box.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
        box.focus();
        await pause(sign * text.length);
        box.value = text;
        box.dispatchEvent(new Event("input", { bubbles: true }));
        box.dispatchEvent(new Event("change", { bubbles: true }));
    }
    await pause(find);
}"""
PRESS = """async () => {
    performance.clearMarks("calculator:answer");
    const start = performance.now();
    document.querySelector('[data-calculator] [type="submit"]').click();
    let answers = [];
    while (!answers.length) {
        if (performance.now() - start > 100_000) throw new Error("no answer");
        await new Promise((go) => setTimeout(go, 5));
        answers = performance.getEntriesByName("calculator:answer");
    }
    return answers[0].startTime - start;
}"""


@dataclass
class Wait:
    """Milliseconds from the press to the answer, of one household."""

    engine: str
    condition: str
    path: str
    took: float
    version: str


def walk(
    playwright: Playwright, host: Host, engine_name: str, condition: Condition, number: int
) -> Wait:
    """The whole way of a household, in a new browser."""
    path = PATHS[number]
    slug = path["calculator"]
    shown = [box for box in boxes(CALCULATORS[slug].inputs) if not box.words.hidden]
    typed = {box.name: box.example for box in shown if box.example}
    host.line = Line(condition)
    with started(engine_name, playwright) as engine:
        slower = condition.slower
        with chromium.slowed(engine, slower) if slower > 1 else nullcontext():
            engine.goto(host.address)
            for choice in path["taps"]:
                engine.run(TAP, [choice, READ])
            engine.run(GO_ON, f"calculators/{slug}")
            wait_for(f"{slug} to open", partial(engine.run, ARRIVED, slug))
            engine.run(FILL, [typed, FIND, SIGN])
            took = engine.run(PRESS)
        return Wait(engine_name, condition.name, path["name"], took, engine.version)
