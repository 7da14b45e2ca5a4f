// Starts Pyodide in Node, the same way each time.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

// Node would print Pyodide's whole source line before the error itself.
process.on("uncaughtException", (error) => {
  console.error(String(error.message));
  process.exit(1);
});

const installed = new URL("../../node_modules/pyodide/", import.meta.url).pathname;

const { info } = JSON.parse(readFileSync(`${installed}pyodide-lock.json`, "utf8"));

/** Without chance, without packages, and without columns in what it compiles. */
export async function startPyodide(folder = installed, options = {}) {
  const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
  const env = { HOME: "/", PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1" };
  const lockFileContents = JSON.stringify({ info, packages: {} });
  return loadPyodide({ indexURL: folder, env, lockFileContents, ...options });
}
