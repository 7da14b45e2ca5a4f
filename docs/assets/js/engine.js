// Owns the worker: one for the whole visit, started at the first sign of need. Questions asked
// before Python is ready wait for it; none is lost, not even when a start fails and is made again.

import { python } from "./early.js";
import { news } from "./household.js";

/** @typedef {import("./messages.js").Broken} Broken */
/** @typedef {import("./messages.js").Message} Message */
/** @typedef {import("./messages.js").Question} Question */
/** @typedef {import("./messages.js").Result} Result */
/** @typedef {import("./messages.js").Trouble} Trouble */
/** @typedef {{received: number, total: number, waiting: boolean}} Download */
/** @typedef {{resolve: (result: Result) => void, reject: (error: Error) => void}} Hope */

// Nothing at all for so long, not even a failed try: the start hangs.
const PATIENCE = 60_000;
// An answer takes a second or few. A worker that says nothing any more was ended, as a browser may do
// that has no memory left: nobody is told.
const PATIENCE_WITH_AN_ANSWER = 20_000;
const ENDED = "ended";
// Something is asked that wants the rest of Python's core, and that has not come yet.
const REST = "rest";
// Python did not start from what the build has made of it.
const MEMORY = "memory";
// What a browser may keep damaged, and no worker can tell us.
const WORKER_FILES = ["./worker.js"];

/** @type {Worker | null} */
let worker = null;
let ready = false;
let fromMemory = false;
/** Why a worker that does not load does not. @type {Trouble} */
let lacking = "lost";
/** What a start has been made again for. */
const recovered = new Set();
let lastId = 0;
let watchdog = 0;
/** @type {Download | null} */
let latest = null;
/** @type {Map<number, Hope & {request: any}>} */
const waiting = new Map();
/** @type {Set<(download: Download) => void>} */
const watchers = new Set();

export const isReady = () => ready;
export const isFromMemory = () => fromMemory;
/** Has the memory kept that the next visit can start from. */
export const keepMemory = () => worker?.postMessage({ kind: "remember" });
python.isStarting = () => worker !== null && !ready;
// It has read the figures that it was asked about.
news.addEventListener("forgotten", () => stop("forgotten"));

/** Why Python stopped, for whoever waits for an answer. */
export class Stopped extends Error {
  /** @param {string} reason @param {Trouble} [trouble] */
  constructor(reason, trouble) {
    super(reason);
    this.trouble = trouble;
  }
}

/**
 * Start Python unless it is started already.
 * @param {boolean} [early] nobody has asked yet: what the reader does now goes first
 */
export function wake(early) {
  if (worker || !canRun()) return;
  performance.mark("calculator:wake");
  recovered.clear();
  begin(early ? "early" : "asked");
}

/** Does this browser know what a start needs? Asked before anything is downloaded. */
function canRun() {
  let knowsModules = false;
  try {
    // It asks for the type before it finds that the address is none.
    new Worker("//", {
      get type() {
        knowsModules = true;
        return /** @type {"module"} */ ("module");
      },
    });
  } catch {
    // As it should be.
  }
  const knowsWords = "at" in Array.prototype && "hasOwn" in Object;
  return (
    knowsModules && knowsWords && typeof WebAssembly === "object" && "compileStreaming" in WebAssembly
  );
}

/** @param {string} name what the worker should know: see there */
function begin(name) {
  latest = null;
  worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module", name });
  worker.onmessage = receive;
  worker.onerror = () =>
    recover({ kind: "broken", message: "The worker did not load.", trouble: lacking, again: "*" });
  watch();
}

/** @param {MessageEvent<Message>} event */
function receive({ data }) {
  watch();
  if (data.kind === "progress") {
    latest = data;
    for (const show of watchers) show(data);
  } else if (data.kind === "ready") {
    ready = true;
    fromMemory = data.fromMemory;
    performance.mark("calculator:ready", { detail: fromMemory ? "memory" : "files" });
  } else if (data.kind === "kept") {
    performance.mark("calculator:kept");
  } else if (data.kind === "broken") {
    console.error(data.message);
    recover(data);
  } else {
    waiting.get(data.id)?.resolve(data);
    waiting.delete(data.id);
  }
  if (ready && waiting.size === 0) clearTimeout(watchdog);
}

function watch() {
  clearTimeout(watchdog);
  const again = ready ? ENDED : "*";
  const hangs = /** @type {Broken} */ ({ kind: "broken", message: "It hangs.", again });
  watchdog = window.setTimeout(() => recover(hangs), ready ? PATIENCE_WITH_AN_ANSWER : PATIENCE);
}

/**
 * A start that failed is made once more, past the caches, with the questions that wait.
 * @param {Broken} broken
 */
async function recover({ message, trouble, again }) {
  const failed = worker;
  const isSound = again === ENDED || again === REST;
  const isPart = again === MEMORY || again === REST;
  const isTried = recovered.has("*") || (isPart && recovered.has(again));
  if (!again || (ready && !isSound && !isPart) || isTried) return stop(message, trouble);
  recovered.add(isPart ? again : "*");
  failed?.terminate();
  ready = false;
  watch();
  // It had all its files.
  if (isSound) return restart(recovered.has(REST) ? "again rest" : "asked");
  const refreshed = WORKER_FILES.map((name) =>
    fetch(new URL(name, import.meta.url), { cache: "reload" }).catch(() => undefined),
  );
  const files = await Promise.all(refreshed);
  // If all of a worker is there that does not load, something on the device does not let it.
  lacking = files.every((file) => file?.ok) ? "refused" : "lost";
  // Meanwhile the reader may have cancelled, and asked again.
  if (worker === failed) restart(`again ${again}`);
}

/** @param {string} name */
function restart(name) {
  begin(name);
  for (const { request } of waiting.values()) worker?.postMessage(request);
}

/**
 * Let the worker go; the next question starts a new one.
 * @param {string} reason
 * @param {Trouble} [trouble]
 */
export function stop(reason, trouble) {
  clearTimeout(watchdog);
  if (reason === "forgotten") answered.clear();
  worker?.terminate();
  worker = null;
  ready = false;
  for (const { reject } of waiting.values()) reject(new Stopped(reason, trouble));
  waiting.clear();
}

/** @param {any} asked @returns {Promise<Result>} */
function send(asked) {
  wake();
  if (!worker) return Promise.reject(new Stopped("This browser is too old.", "old"));
  lastId += 1;
  const request = { id: lastId, ...asked };
  return new Promise((resolve, reject) => {
    waiting.set(request.id, { resolve, reject, request });
    worker?.postMessage(request);
    if (ready) watch();
  });
}

/** What was answered in this visit, by slug; forgotten with the rest. @type {Set<string>} */
export const answered = new Set();

/** @param {string} slug @param {Question} question */
export async function ask(slug, question) {
  const said = await send({ kind: "answer", slug, question });
  if (said.reply?.ok) answered.add(slug);
  return said;
}

/** @param {import("./messages.js").PlanQuestion} question */
export const askPlan = (question) => send({ kind: "plan", question });

/** @param {import("./messages.js").PaperQuestion} question */
export const askPaper = (question) => send({ kind: "paper", question });

/** @param {import("./messages.js").PileQuestion} question */
export const askPile = (question) => send({ kind: "pile", question });

/** @param {import("./messages.js").SheetQuestion} question */
export const askSheet = (question) => send({ kind: "sheet", question });

/**
 * A file of an answer: `inputs` as the answer holds them, `day` on which it is saved.
 * @param {string} slug @param {string} inputs @param {string} file @param {string} day
 */
export const save = (slug, inputs, file, day) => send({ kind: "save", slug, inputs, file, day });

/** @param {string} slug @param {string} name @param {string} text */
export const check = (slug, name, text) => send({ kind: "check", slug, name, text });

/**
 * Be told how much of Python has arrived, and when it is being tried again.
 * @param {(download: Download) => void} show
 * @returns {() => void} stop being told
 */
export function onDownload(show) {
  watchers.add(show);
  if (latest) show(latest);
  return () => watchers.delete(show);
}
