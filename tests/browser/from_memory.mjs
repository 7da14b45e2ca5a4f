// Starts Python in Node from the memory that the build has made, as worker.js does, and answers:
//   node from_memory.mjs RUNTIME ASKED QUESTIONS REPLIES [iphone]
// Prints the engine's own value in the memory: nought where Pyodide takes its other way.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

process.on("uncaughtException", (error) => {
  console.error(String(error.stack ?? error).slice(-2000));
  process.exit(1);
});
globalThis.self = globalThis;
const { fit, unpack } = await import("../../docs/assets/js/memory.js");

const [runtime, asked, from, to, engine] = process.argv.slice(2);
if (engine === "iphone") {
  const userAgent = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)";
  Object.defineProperty(globalThis, "navigator", { value: { userAgent, maxTouchPoints: 5 } });
}
const manifest = JSON.parse(readFileSync(`${runtime}/runtime.json`));
const { name, own } = manifest.memory;
const memory = unpack(new Uint8Array(readFileSync(`${runtime}/${name}`)).buffer);

const instantiate = WebAssembly.instantiate;
WebAssembly.instantiate = async (binary, imports) => {
  if (!imports?.env?.memory) return instantiate(binary, imports);
  const layUnder = fit(memory, manifest.memory, imports);
  const started = await instantiate(binary, imports);
  layUnder(started.instance);
  return started;
};
const core = `${runtime}/${manifest.pyodide}`;
const { loadPyodide } = await import(pathToFileURL(`${core}pyodide.js`).href);
const pyodide = await loadPyodide({
  indexURL: core,
  stdLibURL: `${runtime}/${manifest.stdlib}`,
  lockFileContents: JSON.stringify(manifest.lock),
  _loadSnapshot: memory,
});
pyodide.FS.writeFile("/lib/calculators.zip", readFileSync(`${runtime}/${manifest.wheel}`));
const value = new Uint32Array(pyodide._module.HEAPU8.buffer)[own / 4];
pyodide.runPython(readFileSync(asked, "utf8"));
pyodide.globals.set("questions", readFileSync(from, "utf8"));
writeFileSync(to, pyodide.runPython("json.dumps([reply_text(*each) for each in json.loads(questions)])"));
console.log(value);
