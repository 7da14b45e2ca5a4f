// Runs Python. Knows Pyodide and where its files are; knows nothing of the page.

import { download, small } from "./downloads.js";

/** @typedef {import("./messages.js").Message} Message */
/** @typedef {import("./messages.js").Request} Request */
/** @typedef {import("./downloads.js").Expected} Expected */

const runtime = new URL("../runtime/", import.meta.url);
// How the page calls this worker: "early" while nobody has asked; "again x" when the file x, or any
// file (*), may lie damaged in a cache.
const [mood, spoiled = ""] = self.name.split(" ");

/** @param {Message} message */
const say = (message) => self.postMessage(message);

/** @param {string} name */
const locate = (name) => new URL(name, runtime);

let received = 0;
let total = 0;
let failed = false;

/** @type {import("./downloads.js").Way} */
const way = {
  priority: mood === "early" ? "low" : "auto",
  cache: (name, tries) => {
    if (spoiled === "*" || spoiled === name) return "reload";
    // A name with a hash in it means the same for ever, but a cache may keep a failure too.
    return tries === 1 && /-[0-9a-f]{12}\b/.test(name) ? "default" : "no-cache";
  },
  arrived: (bytes) => {
    received += bytes;
    say({ kind: "progress", received, total, waiting: false });
  },
  waiting: () => say({ kind: "progress", received, total, waiting: true }),
};

/** @param {any} error */
function report(error) {
  if (failed) return;
  failed = true;
  const { trouble, name } = error ?? {};
  // What is damaged, and what fails without a reason, gets one more try past all caches.
  const remedy = trouble === "damaged" ? name : trouble ? undefined : "*";
  say({ kind: "broken", message: String(error), trouble, again: spoiled ? undefined : remedy });
}

// Whatever Pyodide fails to catch: its start may never settle then.
self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  report(event.reason);
});

/**
 * Starts the downloads, and gives Pyodide its own from them when it asks.
 * @param {Record<string, Expected>} files
 */
function getFiles(files) {
  const isScript = (/** @type {string} */ name) => /\.m?js$/.test(name);
  const names = Object.keys(files).filter((name) => spoiled || !isScript(name));
  const coming = new Map(
    names.map((name) => {
      const expected = /** @type {Expected} */ (files[name]);
      total += expected.bytes;
      return [locate(name).href, download(name, locate(name), expected, way)];
    }),
  );
  const fetchPlainly = self.fetch;
  /** @type {Set<string>} */
  const given = new Set();
  self.fetch = async (input, options) => {
    const address = new URL(input instanceof Request ? input.url : input, runtime).href;
    const file = coming.get(address);
    if (!file) return fetchPlainly(input, options);
    if (given.has(address)) return new Response(await file.whole);
    given.add(address);
    return file.response;
  };
  const scripts = [...coming].filter(([address]) => isScript(address));
  return {
    /** @param {string} name */
    whole: (name) => coming.get(locate(name).href)?.whole,
    all: Promise.all([...coming.values()].map(({ whole }) => whole)),
    scripts: Promise.all(scripts.map(([, { whole }]) => whole)),
  };
}

async function boot() {
  const manifest = await (await small("runtime.json", locate("runtime.json"), way)).json();
  const files = getFiles(manifest.files);
  const started = start(manifest, files);
  // Without its files Pyodide may never settle; and what it started from must prove to be right.
  await Promise.all([files.all, started]);
  return started;
}

/** @param {any} manifest @param {ReturnType<typeof getFiles>} files */
async function start(manifest, files) {
  await files.scripts;
  /** @type {typeof import("pyodide")} */
  const { loadPyodide } = await import(locate(`${manifest.pyodide}pyodide.mjs`).href);
  const pyodide = await loadPyodide({
    indexURL: locate(manifest.pyodide).href,
    stdLibURL: locate(manifest.stdlib).href,
    lockFileContents: JSON.stringify(manifest.lock),
    fullStdLib: false,
  });
  pyodide.unpackArchive(/** @type {Uint8Array} */ (await files.whole(manifest.wheel)), "wheel");
  return pyodide.pyimport("calculators.browser");
}

const python = boot();
python.then(() => say({ kind: "ready" }), report);

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
    report(error);
  }
};
