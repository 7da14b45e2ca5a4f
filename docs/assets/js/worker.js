// Runs Python. Knows Pyodide and where its files are; knows nothing of the page.

import { download } from "./downloads.js";
import { fit, keep, recall, refuse } from "./memory.js";
import { getLater, hold, isMissed, loadLater } from "./rest.js";

/** @typedef {import("./messages.js").Message} Message */
/** @typedef {import("./messages.js").Request} Request */
/** @typedef {import("./downloads.js").Expected} Expected */

const runtime = new URL("../runtime/", import.meta.url);
// What there is of Python to fetch. A build writes it in here: one trip less over the line.
let manifest = /** @type {any} */ (self).RUNTIME;
// How the page calls this worker: "early" while nobody has asked; "again x" when the file x, or any
// file (*), may lie damaged in a cache, when Python did not start from its memory, or when the rest of
// its core was wanted too soon.
const [mood, spoiled = ""] = self.name.split(" ");
const MEMORY = "memory";
const REST = "rest";
// With all its files there, a start from memory is a matter of a second.
const PATIENCE = 15_000;

/** @param {Message} message */
const say = (message) => self.postMessage(message);

/** @param {string} name */
const locate = (name) => new URL(name, runtime);

// No eye sees more; and on a fast line it is over before the first.
const OFTEN = 100;
let told = 0;
let received = 0;
let total = 0;
let failed = false;
/** All files, whole and right. @type {Promise<unknown>} */
let whole = Promise.resolve();
let fromMemory = false;

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
    const now = performance.now();
    if (now - told < OFTEN && received < total) return;
    told = now;
    say({ kind: "progress", received, total, waiting: false });
  },
  waiting: () => say({ kind: "progress", received, total, waiting: true }),
};

/**
 * @param {any} error
 * @returns {import("./messages.js").Trouble | undefined}
 */
function troubleOf(error) {
  if (error instanceof RangeError || /out of memory/i.test(String(error))) return "full";
  // The core is what was published, by its hash, and still not to be read here.
  if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) return "old";
  return error?.trouble;
}

/** @param {any} reason */
async function report(reason) {
  if (failed) return;
  failed = true;
  // A file that came damaged explains whatever it led to, and its hash is known when all is there.
  const error = await whole.then(() => reason, (damage) => damage);
  const trouble = troubleOf(error);
  const { name } = error ?? {};
  const message = String(error);
  // What is damaged, and what fails without a reason, gets one more try past all caches; what fails
  // after a start from memory, one without it; what wanted the rest of the core, one with it.
  const isMemorys = fromMemory && (!trouble || trouble === "full");
  const remedy = trouble === "damaged" ? name : isMemorys ? MEMORY : trouble ? undefined : "*";
  const tried = !["", MEMORY, REST].includes(spoiled);
  if (isMissed() && error === reason) say({ kind: "broken", message, again: REST });
  else say({ kind: "broken", message, trouble, again: tried ? undefined : remedy });
}

// Whatever Pyodide fails to catch: its start may never settle then.
self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  report(event.reason);
});

/** It was wanted, or came damaged when it was. */
const withRest = () => manifest.rest && [REST, manifest.rest].includes(spoiled);

/**
 * Starts the downloads, and gives Pyodide its own from them when it asks.
 * @param {ReturnType<typeof recall> | null} recalled
 */
function getFiles(recalled) {
  const files = /** @type {Record<string, Expected>} */ (manifest.files);
  const isScript = (/** @type {string} */ name) => /\.js$/.test(name);
  const names = Object.keys(files).filter(
    (name) => (spoiled || !isScript(name)) && (withRest() || name !== manifest.rest),
  );
  const coming = new Map(
    names.map((name) => {
      const expected = /** @type {Expected} */ (files[name]);
      total += expected.bytes;
      return [locate(name).href, download(name, locate(name), expected, way)];
    }),
  );
  const fetchPlainly = self.fetch;
  const instantiatePlainly = WebAssembly.instantiateStreaming;
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
  const core = [...coming].find(([address]) => address.endsWith("/pyodide.asm.wasm"))?.[1];
  // Compiled while the rest comes: Pyodide would begin when it has all else.
  const compiled = WebAssembly.compileStreaming(/** @type {Response} */ (core?.response));
  // Pyodide may wait for ever for what will not compile.
  compiled.catch(report);
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await compiled;
    const memory = await recalled;
    const layUnder = memory && fit(memory, manifest.memory, imports);
    const instance = await WebAssembly.instantiate(module, imports);
    layUnder?.(instance);
    return { module, instance };
  };
  const scripts = [...coming].filter(([address]) => isScript(address));
  // It holds none of them.
  whole = Promise.all([...coming.values()].map((file) => file.whole)).then(() => undefined);
  return {
    // Pyodide has its own copies by now.
    letGo: () => {
      self.fetch = fetchPlainly;
      WebAssembly.instantiateStreaming = instantiatePlainly;
      coming.clear();
    },
    /** @param {string} name */
    whole: (name) => coming.get(locate(name).href)?.whole,
    scripts: Promise.all(scripts.map(([, { whole }]) => whole)),
  };
}

async function boot() {
  manifest ??= await (await fetch(locate("runtime.json"))).json();
  const { memory: made } = manifest;
  const recalled = made && !spoiled ? recall(locate(made.name), made) : null;
  if (made && spoiled === MEMORY) refuse(locate(made.name));
  const files = getFiles(recalled);
  if (withRest()) await files.whole(manifest.rest)?.then(hold);
  const loader = files.scripts.then(() => getLoader());
  loader.catch(() => undefined);
  const memory = await recalled;
  fromMemory = memory !== null;
  const started = start(await loader, files, memory);
  // Without its files Pyodide may never settle; and what it started from must prove to be right.
  await Promise.all([whole, fromMemory ? whole.then(() => soon(started)) : started]);
  files.letGo();
  const pyodide = await started;
  // Pyodide would hold it for the whole visit.
  if (memory) self.structuredClone?.(memory.buffer, { transfer: [memory.buffer] });
  return pyodide.pyimport("calculators.browser");
}

/** @returns {Promise<typeof import("pyodide").loadPyodide>} */
async function getLoader() {
  // The larger of its two scripts is asked for at once, not when the other wants it.
  const names = ["pyodide.js", "pyodide.asm.js"];
  const [{ loadPyodide }] = await Promise.all(names.map((name) => import(locate(manifest.pyodide + name).href)));
  return loadPyodide;
}

/**
 * @param {typeof import("pyodide").loadPyodide} loadPyodide
 * @param {ReturnType<typeof getFiles>} files
 * @param {Uint8Array<ArrayBuffer> | null} memory
 */
async function start(loadPyodide, files, memory) {
  const settings = {
    indexURL: locate(manifest.pyodide).href,
    stdLibURL: locate(manifest.stdlib).href,
    lockFileContents: JSON.stringify(manifest.lock),
    fullStdLib: false,
    ...(memory && { _loadSnapshot: memory }),
  };
  const pyodide = await loadPyodide(settings);
  // The memory knows the calculators, but files are not part of it.
  const wheel = "/lib/calculators.zip";
  pyodide.FS.writeFile(wheel, /** @type {Uint8Array} */ (await files.whole(manifest.wheel)));
  if (!memory) pyodide.runPython(`import sys, ready_made; sys.path.append("${wheel}")`);
  return pyodide;
}

/** @template T @param {Promise<T>} work @returns {Promise<T>} */
function soon(work) {
  const late = new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error("It hangs.")));
  return Promise.race([work, /** @type {Promise<never>} */ (late)]);
}

const python = boot();
python.then((calculators) => {
  say({ kind: "ready", fromMemory });
  if (mood !== "early") return;
  calculators.rehearse();
  loadLater(calculators).catch(report);
}, report);

/** @param {MessageEvent<Request>} event */
self.onmessage = async ({ data }) => {
  try {
    const calculators = await python;
    if (data.kind === "remember") {
      const { memory: made } = manifest;
      if (made && (await keep(locate(made.name), made))) say({ kind: "kept" });
    } else if (data.kind === "check") {
      say({ kind: "result", id: data.id, message: calculators.check(data.slug, data.name, data.text) });
    } else {
      const answered =
        data.kind === "save"
          ? calculators.save(data.slug, data.inputs, data.file, data.day)
          : data.kind !== "answer"
            ? calculators[data.kind](JSON.stringify(data.question))
            : calculators.respond(data.slug, JSON.stringify(data.question));
      say({ kind: "result", id: data.id, ...JSON.parse(answered) });
      getLater(manifest, locate, way);
      loadLater(calculators).catch(report);
    }
  } catch (error) {
    report(error);
  }
};
