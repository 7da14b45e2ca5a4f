// Python's memory as the build has made it (scripts/runtime/memory.mjs): as it is right after a start,
// before anyone has typed a figure. Put back, it saves the start. It is fetched once an answer stands,
// and kept for the next visit in a cache of this device.

import { fingerprint } from "./downloads.js";

/** @typedef {import("./downloads.js").Expected} Expected */

// Only pages with something in them are in the file; the last may be shorter.
const PAGE = 4096;
// A cache that does not answer costs no more than this.
const PATIENCE = 2000;
// Sets, while the core starts, how Python counts a C function's arguments in this engine.
const SET_UP = "_PyEM_InitTrampoline_js";

let isRefused = false;

/** Its site's own cache: several may share a host. offline.js takes it away. @param {URL} address */
const cacheOf = (address) => `second-mortgage-python ${new URL("../../", address).pathname}`;

/**
 * The memory, if this device has it, whole and as it was published.
 * @param {URL} address @param {Expected} expected
 * @returns {Promise<Uint8Array<ArrayBuffer> | null>}
 */
export async function recall(address, expected) {
  try {
    const kept = await soon(caches.match(address, { cacheName: cacheOf(address) }));
    const bytes = await kept?.arrayBuffer();
    isRefused = bytes?.byteLength === 0;
    return bytes && (await isRight(bytes, expected)) ? unpack(bytes) : null;
  } catch {
    // A browser may refuse to keep anything, or have lost it.
    return null;
  }
}

/**
 * Fetches the memory for the next visit, in the place of another release's.
 * @param {URL} address @param {Expected} expected
 */
export async function keep(address, expected) {
  try {
    if (isRefused) return false;
    // Refused here, nothing is fetched.
    const cache = await caches.open(cacheOf(address));
    const response = await fetch(address, { cache: "no-store", priority: "low" });
    const bytes = await response.arrayBuffer();
    if (!(await isRight(bytes, expected))) return false;
    for (const other of await cache.keys()) await cache.delete(other);
    await cache.put(address, new Response(bytes));
    // Where earlier releases kept it.
    indexedDB.deleteDatabase("second-mortgage-python");
    return true;
  } catch {
    return false;
  }
}

/** Python did not start from it here, and would not the next time. @param {URL} address */
export async function refuse(address) {
  isRefused = true;
  try {
    await (await caches.open(cacheOf(address))).put(address, new Response(""));
  } catch {
    // Then nothing is kept.
  }
}

/** @param {ArrayBuffer} bytes @param {Expected} expected */
const isRight = async (bytes, expected) => (await fingerprint(bytes)) === expected.sha256;

/** @param {ArrayBuffer} bytes as memory.mjs writes them @returns {Uint8Array<ArrayBuffer>} */
export function unpack(bytes) {
  const [length = 0, count = 0] = new Uint32Array(bytes, 0, 2);
  const memory = new Uint8Array(length);
  let from = 8 + 4 * count;
  for (const page of new Uint32Array(bytes, 8, count)) {
    const rest = length - page * PAGE;
    const size = rest < PAGE ? rest : PAGE;
    memory.set(new Uint8Array(bytes, from, size), page * PAGE);
    from += size;
  }
  return memory;
}

/**
 * Makes a memory fit this engine's own start of the core: it holds only what differs from what the
 * core lays down, and nothing of what an engine sets for itself.
 * @param {Uint8Array<ArrayBuffer>} memory
 * @param {{own: number, laid: number}} shape where the engine's own value is, and how far the core lays
 * @param {any} imports of the core, which is about to start
 * @returns {(core: WebAssembly.Instance) => void} to be called with the core before it runs
 */
export function fit(memory, { own, laid }, imports) {
  const { env } = imports;
  // A head comes first, and says how long it is.
  const [, start] = new Uint32Array(memory.buffer, 0, 2);
  const kept = new Uint32Array(memory.buffer, start);
  const now = () => new Uint32Array(env.memory.buffer);
  const setUp = env[SET_UP];
  env[SET_UP] = () => {
    setUp();
    kept[own / 4] = now()[own / 4] ?? 0;
  };
  return ({ exports }) => {
    const { __wasm_apply_data_relocs: relocate } = /** @type {Record<string, any>} */ (exports);
    relocate?.();
    const words = now();
    for (let k = 0; k < laid / 4; k += 1) /** @type {any} */ (kept)[k] ^= /** @type {any} */ (words)[k];
  };
}

/** @template T @param {Promise<T>} work @returns {Promise<T>} */
function soon(work) {
  const late = new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error("no answer")));
  return Promise.race([work, /** @type {Promise<never>} */ (late)]);
}
