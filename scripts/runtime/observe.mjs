// Boots Pyodide in Node, answers and fails once with every calculator, writes every letter, and
// prints which modules it has loaded by then, which are within Python itself, and what the module
// dataclasses has compiled, by the hash of its text. Run by stdlib.py.
import { readFileSync } from "node:fs";
import { startPyodide } from "./start.mjs";

const [folder, stdlib, wheel] = process.argv.slice(2);
const lock = JSON.parse(readFileSync(new URL("../../node_modules/pyodide/pyodide-lock.json", import.meta.url)));
const pyodide = await startPyodide(folder, {
  stdLibURL: stdlib,
  lockFileContents: JSON.stringify({ info: lock.info, packages: {} }),
});
pyodide.runPython(readFileSync(new URL("bytecode.py", import.meta.url), "utf8"));
pyodide.unpackArchive(new Uint8Array(readFileSync(wheel)), "wheel");
console.log(
  pyodide.runPython(`
import binascii, builtins, dataclasses, json, marshal, sys, traceback
from _md5 import md5
compiled = {}
def record(text, names, made):
    code = on_one_line(compile(text, "<dataclass>", "exec"))
    compiled[md5(text.encode()).digest()] = code
    builtins.exec(code, names, made)
dataclasses.exec = record
from calculators import CALCULATORS, browser
from calculators.core.forms import boxes
from calculators.letters import LETTERS
# What comes later, such as a letter's own form, is little.
dataclasses.exec = builtins.exec

for slug, calculator in CALCULATORS.items():
    examples = {box.name: box.example for box in boxes(calculator.inputs)}
    browser.respond(slug, json.dumps({"answers": examples}))
    browser.respond(slug, json.dumps({"answers": {}}))
    for name in examples:
        browser.check(slug, name, "?")
for slug in LETTERS:
    browser.respond(f"letter-{slug}", json.dumps({"answers": {}}))
figures = {"oldest_unpaid_due_date": "10/1/2026", "monthly_payment": "412", "balance": "52000"}
question = {"answers": {"happening": "missed"}, "figures": figures, "today": "2026-11-30"}
browser.plan(json.dumps({**question, "matters": "keep", "base": ""}))
try:
    browser.respond("payment", "not JSON")
except ValueError:
    traceback.format_exc()
json.dumps({
    "loaded": [
        name
        for name, module in sys.modules.items()
        if type(getattr(module, "__loader__", None)).__name__ == "zipimporter"
    ],
    "frozen": [
        name
        for name, module in sys.modules.items()
        if getattr(getattr(module, "__spec__", None), "origin", None) == "frozen"
    ],
    "compiled": binascii.b2a_base64(marshal.dumps(compiled)).decode(),
})
`),
);
