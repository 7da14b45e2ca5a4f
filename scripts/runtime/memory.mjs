// Makes Python's memory as it is right after a start, with every calculator loaded, so that a browser
// need not start it all over: `node memory.mjs CORE STDLIB WHEEL TO`. docs/assets/js/memory.js lays it in.
//
// Written is only what differs from what the core itself lays down, and of that only the pages with
// something in them: numbers of four bytes that say how long the whole is, how many pages follow and
// which, and then those pages. Prints, as JSON, where in the memory each engine keeps a value of its own,
// and how far the core itself lays something down.
import { readFileSync, writeFileSync } from "node:fs";

// What a start asks of the machine that it runs on. The same files make the same memory.
const LONG_AGO = Date.UTC(1980);
process.env.TZ = "UTC";
globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length ? given : [LONG_AGO]));
  }
  static now = () => LONG_AGO;
};
performance.now = () => 0;
crypto.getRandomValues = (bytes) => bytes.fill(0);

const PAGE = 4096;
// Sets, while the core starts, how Python counts a C function's arguments in this engine.
const SET_UP = "_PyEM_InitTrampoline_js";

const [core, stdlib, wheel, to] = process.argv.slice(2);
let laid = new Uint32Array();
const own = [];

const memoryOf = (imports) => new Uint32Array(imports.env.memory.buffer).slice();
const instantiate = WebAssembly.instantiate;
WebAssembly.instantiate = async (binary, imports) => {
  if (!imports?.env?.[SET_UP]) return instantiate(binary, imports);
  const memory = () => memoryOf(imports);
  const setUp = imports.env[SET_UP];
  imports.env[SET_UP] = () => {
    const before = memory();
    setUp();
    memory().forEach((word, place) => word !== before[place] && own.push(4 * place));
  };
  const { module, instance } = await instantiate(binary, imports);
  // As memory.js does before it lays the rest over.
  instance.exports.__wasm_apply_data_relocs?.();
  laid = memory();
  return { module, instance };
};
// The rest of the core lays down its own tables, here as in a browser: they are not written either.
WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(module, imports) {
    const before = imports?.first && memoryOf(imports);
    super(module, imports);
    before && memoryOf(imports).forEach((word, place) => word !== before[place] && (laid[place] = word));
  }
};

const { startPyodide } = await import("./start.mjs");
const pyodide = await startPyodide(core, {
  stdLibURL: stdlib,
  env: { HOME: "/home/pyodide", LANG: "C.UTF-8", PYTHONHASHSEED: "0" },
  _sysExecutable: "python",
  _makeSnapshot: true,
});
// The same archives at the same places as in worker.js, which hands them over with the memory.
pyodide.FS.writeFile("/lib/calculators.zip", readFileSync(wheel));
pyodide.runPython(`
import sys, ready_made, importlib, zipimport
sys.path.append("/lib/calculators.zip")
for path in sorted(zipimport.zipimporter("/lib/calculators.zip")._get_files()):
    if path.startswith("calculators/") and path.endswith(".pyc"):
        importlib.import_module(path[:-4].removesuffix("/__init__").replace("/", "."))
del importlib, zipimport, path
`);
if (own.length !== 1) throw new Error(`${SET_UP} has changed: it sets ${own.length} values, not one.`);

const whole = pyodide.makeMemorySnapshot();
const [, start] = new Uint32Array(whole.buffer, 0, 2);
const words = new Uint32Array(whole.buffer, start);
laid.forEach((word, place) => (words[place] ^= word));
words[own[0] / 4] = 0;
const page = (number) => whole.subarray(number * PAGE, (number + 1) * PAGE);
const pages = [...Array(Math.ceil(whole.length / PAGE)).keys()].filter((each) => page(each).some(Boolean));
const head = new Uint32Array([whole.length, pages.length, ...pages]);
writeFileSync(to, Buffer.concat([new Uint8Array(head.buffer), ...pages.map(page)]));
console.log(JSON.stringify({ own: own[0], laid: 4 * (laid.findLastIndex(Boolean) + 1) }));
