// Python's memory as the build has made it (scripts/runtime/memory.mjs): as it is right after a start,
// before anyone has typed a figure. Put back, it saves the start. It is fetched once an answer stands,
// and kept for the next visit in a database of this device.

import { fingerprint } from "./downloads.js";

/** @typedef {import("./downloads.js").Expected} Expected */

// Only pages with something in them are in the file; the last may be shorter.
const PAGE = 4096;
// A database that does not answer costs no more than this.
const PATIENCE = 2000;
// Sets, while the core starts, how Python counts a C function's arguments in this engine.
const SET_UP = "_PyEM_InitTrampoline_js";

const STORE = "memory";

let isRefused = false;

/** Its site's own: several may share a host. offline.js takes it away. @param {URL} address */
const nameOf = (address) => `second-mortgage-python ${new URL("../../", address).pathname}`;

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const result = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/**
 * A database, not a cache: WebKit forgets a private window's caches whenever a page is loaded anew.
 * @param {URL} address @param {boolean} mayMake
 */
function open(address, mayMake) {
  const opening = indexedDB.open(nameOf(address), 1);
  opening.onupgradeneeded = () =>
    mayMake ? opening.result.createObjectStore(STORE) : opening.transaction?.abort();
  return result(opening);
}

/** @param {URL} address @returns {Promise<ArrayBuffer | undefined>} */
async function read(address) {
  const database = await open(address, false);
  try {
    return await result(database.transaction(STORE).objectStore(STORE).get(address.href));
  } finally {
    database.close();
  }
}

/** In the place of another release's. @param {URL} address @param {ArrayBuffer} bytes */
async function write(address, bytes) {
  const database = await open(address, true);
  try {
    const change = database.transaction(STORE, "readwrite");
    change.objectStore(STORE).clear();
    change.objectStore(STORE).put(bytes, address.href);
    await new Promise((resolve, reject) => {
      change.oncomplete = resolve;
      change.onabort = () => reject(change.error);
    });
  } finally {
    database.close();
  }
}

/**
 * The memory, if this device has it, whole and as it was published.
 * @param {URL} address @param {Expected} expected
 * @returns {Promise<Uint8Array<ArrayBuffer> | null>}
 */
export async function recall(address, expected) {
  try {
    const bytes = await soon(read(address));
    isRefused = bytes?.byteLength === 0;
    return bytes && (await isRight(bytes, expected)) ? unpack(bytes) : null;
  } catch {
    // A browser may refuse to keep anything, or have lost it.
    return null;
  }
}

/**
 * Fetches the memory for the next visit.
 * @param {URL} address @param {Expected} expected
 */
export async function keep(address, expected) {
  try {
    if (isRefused) return false;
    // Refused here, nothing is fetched.
    (await soon(open(address, true))).close();
    const response = await fetch(address, { cache: "no-store", priority: "low" });
    const bytes = await response.arrayBuffer();
    if (!(await isRight(bytes, expected))) return false;
    await write(address, bytes);
    await forgetOlder(address);
    return true;
  } catch {
    return false;
  }
}

/** Where earlier releases kept it. @param {URL} address */
async function forgetOlder(address) {
  try {
    indexedDB.deleteDatabase("second-mortgage-python");
    await soon(caches.delete(nameOf(address)));
  } catch {
    // There is nothing of that name, or no such place.
  }
}

/** Python did not start from it here, and would not the next time. @param {URL} address */
export async function refuse(address) {
  isRefused = true;
  // Where nothing is kept, nothing needs to be said.
  await write(address, new ArrayBuffer(0)).catch(() => undefined);
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
