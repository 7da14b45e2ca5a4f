// Owns the worker: one for the whole visit, started at the first sign of need. Questions asked
// before Python is ready wait in the worker's queue; none is lost.

/** @typedef {import("./messages.js").Message} Message */
/** @typedef {import("./messages.js").Question} Question */
/** @typedef {import("./messages.js").Result} Result */
/** @typedef {{received: number, total: number}} Download */

// No byte and no answer for so long: a download has been cut, or a start hangs.
const PATIENCE = 60_000;

/** @type {Worker | null} */
let worker = null;
let ready = false;
let lastId = 0;
let watchdog = 0;
/** @type {Map<number, {resolve: (result: Result) => void, reject: (error: Error) => void}>} */
const waiting = new Map();
/** @type {Set<(download: Download) => void>} */
const watchers = new Set();

export const isReady = () => ready;
export const isStarting = () => worker !== null && !ready;

/**
 * Start Python unless it is started already.
 * @param {boolean} [early] nobody has asked yet: what the reader does now goes first
 */
export function wake(early) {
  if (worker) return;
  performance.mark("calculator:wake");
  const name = early ? "early" : "asked";
  worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module", name });
  worker.onmessage = receive;
  worker.onerror = () => stop("Python could not start.");
  watch();
}

/** @param {MessageEvent<Message>} event */
function receive({ data }) {
  watch();
  if (data.kind === "progress") {
    for (const show of watchers) show(data);
  } else if (data.kind === "ready") {
    ready = true;
    performance.mark("calculator:ready");
  } else if (data.kind === "broken") {
    console.error(data.message);
    stop(data.message);
  } else {
    waiting.get(data.id)?.resolve(data);
    waiting.delete(data.id);
  }
  if (ready && waiting.size === 0) clearTimeout(watchdog);
}

function watch() {
  clearTimeout(watchdog);
  watchdog = window.setTimeout(() => stop("Nothing has arrived for a minute."), PATIENCE);
}

/**
 * Let the worker go; the next question starts a new one.
 * @param {string} reason
 */
export function stop(reason) {
  clearTimeout(watchdog);
  worker?.terminate();
  worker = null;
  ready = false;
  for (const { reject } of waiting.values()) reject(new Error(reason));
  waiting.clear();
}

/** @param {any} request @returns {Promise<Result>} */
function send(request) {
  wake();
  lastId += 1;
  const id = lastId;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker?.postMessage({ id, ...request });
  });
}

/** @param {string} slug @param {Question} question */
export const ask = (slug, question) => send({ kind: "answer", slug, question });

/**
 * A file of an answer: `inputs` as the answer holds them.
 * @param {string} slug @param {string} inputs @param {string} file
 */
export const save = (slug, inputs, file) => send({ kind: "save", slug, inputs, file });

/** @param {string} slug @param {string} name @param {string} text */
export const check = (slug, name, text) => send({ kind: "check", slug, name, text });

/**
 * Be told how much of Python has arrived.
 * @param {(download: Download) => void} show
 * @returns {() => void} stop being told
 */
export function onDownload(show) {
  watchers.add(show);
  return () => watchers.delete(show);
}
