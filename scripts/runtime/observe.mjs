// Boots Pyodide in Node, has everything asked once (exercise.py), and prints which modules it has
// loaded by then, which are within Python itself, and what the module dataclasses has compiled, by the
// hash of its text. Run by stdlib.py.
import { readFileSync } from "node:fs";
import { startPyodide } from "./start.mjs";

const [folder, stdlib, wheel] = process.argv.slice(2);
const pyodide = await startPyodide(folder, { stdLibURL: stdlib });
pyodide.runPython(readFileSync(new URL("bytecode.py", import.meta.url), "utf8"));
const exercise = readFileSync(new URL("exercise.py", import.meta.url), "utf8");
pyodide.unpackArchive(new Uint8Array(readFileSync(wheel)), "wheel");
console.log(
  pyodide.runPython(`
import binascii, builtins, dataclasses, json, marshal, sys
from _md5 import md5
compiled = {}
def record(text, names, made):
    code = on_one_line(compile(text, "<dataclass>", "exec"))
    compiled[md5(text.encode()).digest()] = code
    builtins.exec(code, names, made)
dataclasses.exec = record
${exercise}
while browser.load():
    pass
# What comes later, such as a letter's own form, is little.
dataclasses.exec = builtins.exec

exercise(["?"], [])
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
