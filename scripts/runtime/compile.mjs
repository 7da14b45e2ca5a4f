// Compiles an archive of Python modules with Pyodide's own compiler: see bytecode.py.
//   node compile.mjs FROM TO         lines are kept, as tracebacks show them
//   node compile.mjs FROM TO bare    without them
import { readFileSync, writeFileSync } from "node:fs";
import { startPyodide } from "./start.mjs";

const [from, to, bare] = process.argv.slice(2);
const pyodide = await startPyodide();
pyodide.runPython(readFileSync(new URL("bytecode.py", import.meta.url), "utf8"));
pyodide.FS.writeFile("/from.zip", readFileSync(from));
pyodide.globals.get("compile_archive")("/from.zip", "/to.zip", !bare);
writeFileSync(to, pyodide.FS.readFile("/to.zip"));
