"""The runtime that is shipped: the same replies as CPython, and errors that can be shown."""

import json
import tomllib
from typing import Any

from playwright.sync_api import Page

from calculators import CALCULATORS, run
from tests.conftest import ROOT

BOOT = """async () => {
    const runtime = new URL("/assets/runtime/", location.href);
    const manifest = await (await fetch(new URL("runtime.json", runtime))).json();
    const core = new URL(manifest.pyodide, runtime);
    const { loadPyodide } = await import(new URL("pyodide.mjs", core).href);
    const pyodide = await loadPyodide({
        indexURL: core.href,
        stdLibURL: new URL(manifest.stdlib, runtime).href,
        lockFileContents: JSON.stringify(manifest.lock),
    });
    const wheel = await (await fetch(new URL(manifest.wheel, runtime))).arrayBuffer();
    pyodide.unpackArchive(wheel, "wheel");
    window.python = (code) => pyodide.runPython(code);
}"""


def boot(page: Page) -> None:
    page.goto("sources/")
    page.evaluate(BOOT)


def python(page: Page, code: str) -> Any:
    return page.evaluate("code => window.python(code)", code)


def test_every_case_row_gives_the_same_reply(page: Page) -> None:
    boot(page)
    questions = [
        (slug, row["name"], row["given"])
        for slug in CALCULATORS
        for row in tomllib.loads((ROOT / f"tests/cases/{slug}.toml").read_text("utf-8"))["case"]
    ]
    asked = json.dumps([(slug, given) for slug, _, given in questions])
    python(page, "import json\nfrom calculators import run")
    replies = json.loads(
        python(page, f"json.dumps([json.dumps(run(*each)) for each in json.loads({asked!r})])")
    )
    different = [
        (slug, name)
        for (slug, name, given), reply in zip(questions, replies, strict=True)
        if json.dumps(run(slug, given)) != reply
    ]
    assert different == []


def test_a_traceback_can_be_formatted(page: Page) -> None:
    boot(page)
    shown = python(
        page,
        "import traceback\n"
        "from calculators import browser\n"
        "try:\n    browser.respond('payment', 'not JSON')\n"
        "except ValueError:\n    shown = traceback.format_exc()\n"
        "shown",
    )
    assert "JSONDecodeError" in shown
    assert "browser.py" in shown


def test_every_module_of_ours_can_be_imported(page: Page) -> None:
    boot(page)
    names = sorted(
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in (ROOT / "calculators").rglob("*.py")
        if path.name not in ("loader.py", "__main__.py")
    )
    python(page, "import importlib")
    for name in names:
        python(page, f"importlib.import_module({name!r}).__name__")
