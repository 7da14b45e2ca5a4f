"""The runtime that is shipped, in three engines: CPython's replies, to the byte."""

import base64
import hashlib
import json
import subprocess
import sys
import tomllib
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from calculators import CALCULATORS
from scripts.browsers.engine import Engine
from scripts.runtime.bytecode import module
from tests.asked import reply_text
from tests.browser.test_calculator import example_of
from tests.conftest import ROOT, Site
from tests.once import once, unmeasured

# Of each calculator's recorded inputs at most so many are replayed, in each engine.
MOST = 500
BATCH = 100

LOAD = """async () => {
    const runtime = new URL("/assets/runtime/", location.href);
    const manifest = await (await fetch(new URL("runtime.json", runtime))).json();
    const core = new URL(manifest.pyodide, runtime);
    const { loadPyodide } = await import(new URL("pyodide.js", core).href);
    const pyodide = await loadPyodide({
        indexURL: core.href,
        stdLibURL: new URL(manifest.stdlib, runtime).href,
        lockFileContents: JSON.stringify(manifest.lock),
    });
    const wheel = await (await fetch(new URL(manifest.wheel, runtime))).arrayBuffer();
    pyodide.unpackArchive(wheel, "wheel");
    return pyodide;
}"""

BOOT = f"""async (asked) => {{
    const pyodide = await ({LOAD})();
    window.python = (code) => pyodide.runPython(code);
    window.python(asked);
}}"""

# The questions stay text on their way: JavaScript would write some of their numbers differently.
HASHES = """async (questions) => {
    window.questions = questions;
    const replies = window.python(
        "from js import questions\\n[reply_text(*each) for each in json.loads(questions)]"
    );
    return Promise.all(replies.toJs().map(async (reply) => {
        const bytes = new TextEncoder().encode(reply);
        const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
        return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    }));
}"""

# All that a page can ask, of a core whose rest nobody has. As the worker starts it, and in code
# that is compiled: a page asks for no more. Returns the first cry for the rest, if there is one,
# and the cry after what no page asks.
ASK_WITHOUT_REST = f"""async ([archive, rows]) => {{
    let cry = "";
    window.getRestOfCore = () => {{
        cry ||= `The rest is wanted.\\n${{new Error().stack}}`;
        throw new Error("nobody has it");
    }};
    try {{
        const pyodide = await ({LOAD})();
        const bytes = Uint8Array.from(atob(archive), (sign) => sign.charCodeAt(0));
        pyodide.FS.writeFile("/lib/asked.zip", bytes);
        pyodide.runPython('import sys, ready_made; sys.path.append("/lib/asked.zip")');
        const asked = pyodide.pyimport("asked");
        asked.all_of(rows);
        const first = cry;
        try {{
            asked.more();
        }} catch {{
            // As it should be.
        }}
        return [first, cry];
    }} catch (error) {{
        return [cry || String(error), ""];
    }}
}}"""

# What a reader does on a calculator's page who types our own example in.
SUBMIT = """async (typed) => {
    const section = document.querySelector("[data-calculator]");
    const result = section.querySelector(".calc-result");
    // The theme writes out the whole address of each link that it finds.
    const whole = () => result.querySelectorAll("a").forEach((link) => (link.href = link.href));
    whole();
    // Its buttons come disabled, until the script is there.
    const example = result.innerHTML.replaceAll(' disabled=""', "");
    result.innerHTML = "";
    for (let tries = 0; tries < 1200; tries += 1) {
        // On a busy machine the page may not listen yet when WebKit calls it complete.
        if (tries % 20 === 0 && section.dataset.state === "example") {
            for (const [name, text] of Object.entries(typed)) {
                section.querySelector(`form [name="${name}"]`).value = text;
            }
            section.querySelector("form [type=submit]").click();
        }
        if (["ready", "error"].includes(section.dataset.state)) break;
        await new Promise((next) => setTimeout(next, 100));
    }
    const figure = result.querySelector("[data-figure=monthly_payment]")?.textContent;
    whole();
    return { state: section.dataset.state, figure, answer: result.innerHTML, example };
}"""


@dataclass(frozen=True)
class Question:
    """Something to ask in every engine, and what CPython said."""

    name: str
    table: str
    given: dict[str, Any]
    sha256: str


@pytest.fixture
def python(engine: Engine, site: Site) -> Engine:
    """An engine whose page has Python running: `window.python(code)`."""
    if not engine.run("async () => Boolean(window.python)"):
        engine.goto(f"{site.served}sources/")
        engine.run(BOOT, (ROOT / "tests/asked.py").read_text("utf-8"))
    return engine


@pytest.fixture(scope="session")
def recorded() -> list[Question]:
    """What the property tests draw when they draw few, in a process of their own."""
    path = ROOT / "build" / "recorded-inputs.jsonl"
    once("recorded-inputs", lambda: record(path))
    by_calculator: dict[str, list[Question]] = {slug: [] for slug in CALCULATORS}
    for line in path.read_text("utf-8").splitlines():
        drawn = json.loads(line)
        if drawn["slug"] in by_calculator:
            name = f"{drawn['slug']}: drawn by {drawn['drawn_by']}: {drawn['answers']}"[:1000]
            question = Question(name, drawn["slug"], drawn["answers"], drawn["sha256"])
            by_calculator[drawn["slug"]].append(question)
    return [question for drawn in by_calculator.values() if drawn for question in spread(drawn)]


def record(path: Path) -> None:
    path.unlink(missing_ok=True)
    # A browser can go wrong where arithmetic does; few draws of each property reach all of that.
    options = ["-q", "-p", "no:cacheprovider", "--hypothesis-profile=few"]
    record_to = ["-p", "tests.recorded", "--record-to", str(path)]
    tests = ["tests/properties", "tests/test_properties.py"]
    command = [sys.executable, "-m", "pytest", *options, *record_to, *tests]
    done = subprocess.run(command, cwd=ROOT, env=unmeasured(), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]


def spread(questions: list[Question]) -> list[Question]:
    """At most MOST of them, taken evenly, so that every test that drew some is among them."""
    count = min(MOST, len(questions))
    return [questions[place * len(questions) // count] for place in range(count)]


def case_rows() -> list[Question]:
    return [
        Question(f"{table}: {row['name']}", table, given, sha256(reply_text(table, given)))
        for table in (*CALCULATORS, "apr")
        for row in tomllib.loads((ROOT / f"tests/cases/{table}.toml").read_text("utf-8"))["case"]
        for given in [row if table == "apr" else row["given"]]
    ]


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def different(python: Engine, questions: list[Question]) -> list[str]:
    """The names of the questions to which this engine's Python replies otherwise than CPython."""
    names = []
    for start in range(0, len(questions), BATCH):
        batch = questions[start : start + BATCH]
        asked = json.dumps([(question.table, question.given) for question in batch])
        hashes = python.run(HASHES, asked)
        names += [
            question.name
            for question, got in zip(batch, hashes, strict=True)
            if got != question.sha256
        ]
    return names


def test_every_calculators_inputs_are_recorded(recorded: list[Question]) -> None:
    """This comes early in a run (TURNS): meanwhile nobody waits for the recording."""
    assert {question.table for question in recorded} == set(CALCULATORS)


def test_the_sites_own_worker_answers(engine: Engine, site: Site) -> None:
    engine.goto(f"{site.served}calculators/payment/")
    shown = engine.run(SUBMIT, example_of("payment"))
    assert shown["state"] == "ready"
    assert shown["figure"].startswith("$")
    own, example = ("Your estimate", "Our worked example")
    assert shown["answer"].count(own) == shown["example"].count(example) == 2
    assert shown["answer"].replace(own, example) == shown["example"]


def test_every_case_row_gives_the_same_reply(python: Engine) -> None:
    assert different(python, case_rows()) == []


def test_what_the_property_tests_drew_gives_the_same_reply(
    python: Engine, recorded: list[Question]
) -> None:
    wrong = different(python, recorded)
    assert wrong == [], f"{len(wrong)} of {len(recorded)} recorded inputs"


def test_what_a_page_can_ask_wants_no_rest_of_the_core(engine: Engine, site: Site) -> None:
    """If it does, let the core be observed again: scripts/lock --core."""
    engine.goto(f"{site.served}sources/")
    text = (ROOT / "scripts/runtime/exercise.py").read_text("utf-8")
    text += "\ndef all_of(rows):\n    exercise(ODD, json.loads(rows))\n"
    text += "\ndef more():\n    'é'.encode('utf-16')\n"
    archive = BytesIO()
    with ZipFile(archive, "w") as zipped:
        zipped.writestr("asked.pyc", module("asked.py", text.encode(), with_lines=True))
    rows = [(row.table, row.given) for row in case_rows() if row.table in CALCULATORS]
    asked = [base64.b64encode(archive.getvalue()).decode(), json.dumps(rows)]
    first, later = engine.run(ASK_WITHOUT_REST, asked)
    assert first == ""
    # What is wanted is noticed.
    assert "The rest is wanted" in later


def test_another_reply_would_be_named(python: Engine) -> None:
    first, second, third = case_rows()[:3]
    altered = replace(second, sha256=sha256("another reply"))
    assert different(python, [first, altered, third]) == [second.name]


def test_a_traceback_can_be_formatted(python: Engine) -> None:
    shown = python.run(
        "async (code) => window.python(code)",
        "import traceback\n"
        "from calculators import browser\n"
        "try:\n    browser.respond('payment', 'not JSON')\n"
        "except ValueError:\n    shown = traceback.format_exc()\n"
        "shown",
    )
    assert "JSONDecodeError" in shown
    assert "calculators/browser/__init__.py" in shown


def test_every_module_of_ours_can_be_imported(python: Engine) -> None:
    names = sorted(
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in (ROOT / "calculators").rglob("*.py")
        if path.name not in ("loader.py", "__main__.py") and path.parent.name != "states"
    )
    code = "import importlib\n" + "".join(f"importlib.import_module({name!r})\n" for name in names)
    python.run("async (code) => void window.python(code)", code)
