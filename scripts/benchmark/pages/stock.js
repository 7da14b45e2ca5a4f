// Pyodide as its documentation shows it: nothing but its folder is named.

const folder = new URL("pyodide/", import.meta.url).href;

async function boot() {
  /** @type {typeof import("pyodide")} */
  const { loadPyodide } = await import(`${folder}pyodide.mjs`);
  return loadPyodide({ indexURL: folder });
}

/** @param {string} name */
const text = async (name) => (await fetch(new URL(name, import.meta.url))).text();

const [pyodide, schedule] = await Promise.all([boot(), text("schedule.py")]);
pyodide.runPython(schedule);
self.postMessage(pyodide.runPython("answer()"));

export {};
