// Runs Python. Knows Pyodide and where its files are; knows nothing of the page.

/** @typedef {import("./messages.js").Message} Message */
/** @typedef {import("./messages.js").Request} Request */

const runtime = new URL("../runtime/", import.meta.url);
/** @type {RequestInit} */
const politely = self.name === "early" ? { priority: "low" } : {};

/** @param {Message} message */
const say = (message) => self.postMessage(message);

/** @param {string} name @returns {string} */
const locate = (name) => new URL(name, runtime).href;

/** @param {string} name @returns {Promise<Response>} */
async function get(name) {
  // The manifest names the files of this release; everything it names never changes.
  const fresh = name === "runtime.json" ? "no-cache" : "default";
  const response = await fetch(locate(name), { ...politely, cache: fresh });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response;
}

// Without its wasm Pyodide's start never settles: the download itself says that it failed (below),
// and so does whatever Pyodide fails to catch.
self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  say({ kind: "broken", message: String(event.reason) });
});

/**
 * Counts the bytes of every download of the runtime, Pyodide's own included.
 * @param {number} total
 */
function reportDownloads(total) {
  const fetchPlainly = self.fetch;
  let received = 0;
  self.fetch = async (input, options) => {
    const response = await fetchPlainly(input, { ...politely, ...options }).catch((error) => {
      say({ kind: "broken", message: String(error) });
      throw error;
    });
    if (!response.ok) say({ kind: "broken", message: `${response.url}: ${response.status}` });
    if (!response.ok || !response.body) return response;
    const counter = new TransformStream({
      transform(chunk, controller) {
        received += chunk.byteLength;
        say({ kind: "progress", received, total });
        controller.enqueue(chunk);
      },
    });
    const { status, statusText, headers } = response;
    return new Response(response.body.pipeThrough(counter), { status, statusText, headers });
  };
}

async function boot() {
  const manifest = await (await get("runtime.json")).json();
  reportDownloads(manifest.bytes);
  const wheel = get(manifest.wheel).then((response) => response.arrayBuffer());
  // A failed download must not count as unhandled while Pyodide is still starting.
  wheel.catch(() => undefined);
  /** @type {typeof import("pyodide")} */
  const { loadPyodide } = await import(locate(`${manifest.pyodide}pyodide.mjs`));
  const pyodide = await loadPyodide({
    indexURL: locate(manifest.pyodide),
    stdLibURL: locate(manifest.stdlib),
    lockFileContents: JSON.stringify(manifest.lock),
    fullStdLib: false,
  });
  pyodide.unpackArchive(await wheel, "wheel");
  return pyodide.pyimport("calculators.browser");
}

const python = boot();
python.then(
  () => say({ kind: "ready" }),
  (error) => say({ kind: "broken", message: String(error) }),
);

/** @param {MessageEvent<Request>} event */
self.onmessage = async ({ data }) => {
  try {
    const calculators = await python;
    if (data.kind === "check") {
      say({ kind: "result", id: data.id, message: calculators.check(data.slug, data.name, data.text) });
    } else {
      const answered =
        data.kind === "save"
          ? calculators.save(data.slug, data.inputs, data.file)
          : calculators.respond(data.slug, JSON.stringify(data.question));
      say({ kind: "result", id: data.id, ...JSON.parse(answered) });
    }
  } catch (error) {
    say({ kind: "broken", message: String(error) });
  }
};
