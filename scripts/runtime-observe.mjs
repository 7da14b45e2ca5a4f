// Boots stock Pyodide in Node, answers and fails once with every calculator, and prints which
// modules of the standard library are loaded by then. Run by runtime.py.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

// Node would print Pyodide's whole source line before the error itself.
process.on("uncaughtException", (error) => {
  console.error(String(error.message));
  process.exit(1);
});

const [folder, wheel] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
const pyodide = await loadPyodide();
pyodide.unpackArchive(new Uint8Array(readFileSync(wheel)), "wheel");
console.log(
  pyodide.runPython(`
import json, sys, traceback
from calculators import CALCULATORS, browser
from calculators.core.form import boxes

for slug, calculator in CALCULATORS.items():
    examples = {box.name: box.shown for box in boxes(calculator.inputs)}
    browser.respond(slug, json.dumps({"answers": examples, "untouched": []}))
    browser.respond(slug, json.dumps({"answers": {}, "untouched": []}))
    for name in examples:
        browser.check(slug, name, "?")
try:
    browser.respond("payment", "not JSON")
except ValueError:
    traceback.format_exc()
json.dumps([
    name
    for name, module in list(sys.modules.items())
    if "python_stdlib" in (getattr(module, "__file__", None) or "")
    or ".zip" in (getattr(module, "__file__", None) or "")
])
`),
);
