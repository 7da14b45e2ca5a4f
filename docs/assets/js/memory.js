// Keeps Python's memory as it is right after a start, on the reader's device, so that the next visit
// need not start it all over. It is made where no figure of a reader has ever been: see worker.js.

// offline.js takes away what is named so.
const NAME = "second-mortgage-python";
const STORE = "memory";
const ONLY = "only";
// Most of the memory is empty: only pages with something in them are kept.
const PAGE = 65_536;
// A browser that does not answer about its database costs no more than this.
const PATIENCE = 2000;

/**
 * @typedef {{key: string, length: number, hash: string, pages: number[], bytes: Uint8Array<ArrayBuffer>}} Kept
 */

/**
 * The memory that was kept for this very release and browser; null when there is none, or none that
 * is sound.
 * @param {string} key
 * @returns {Promise<Uint8Array<ArrayBuffer> | null>}
 */
export async function recall(key) {
  try {
    const kept = /** @type {Kept | undefined} */ (await soon(use("readonly", (all) => all.get(ONLY))));
    if (kept?.key !== key || kept.bytes.length !== kept.pages.length * PAGE) return null;
    if ((await hashOf(kept.bytes)) !== kept.hash) return null;
    const memory = new Uint8Array(wholePages(kept.length));
    for (const [place, page] of kept.pages.entries()) {
      memory.set(kept.bytes.subarray(place * PAGE, (place + 1) * PAGE), page * PAGE);
    }
    return memory.subarray(0, kept.length);
  } catch {
    // A browser may refuse to keep anything, or have lost it.
    return null;
  }
}

/** @param {string} key @param {Uint8Array<ArrayBuffer>} memory */
export async function keep(key, memory) {
  const padded = new Uint8Array(wholePages(memory.length));
  padded.set(memory);
  const words = new Uint32Array(padded.buffer);
  const inPage = PAGE / 4;
  const pages = [...Array(padded.length / PAGE).keys()].filter((page) =>
    words.subarray(page * inPage, (page + 1) * inPage).some((word) => word !== 0),
  );
  const bytes = new Uint8Array(pages.length * PAGE);
  for (const [place, page] of pages.entries()) {
    bytes.set(padded.subarray(page * PAGE, (page + 1) * PAGE), place * PAGE);
  }
  const kept = { key, length: memory.length, hash: await hashOf(bytes), pages, bytes };
  await use("readwrite", (all) => all.put(kept, ONLY));
}

/** @param {number} length @returns {number} of the pages that hold so many bytes */
function wholePages(length) {
  const rest = length % PAGE;
  return rest ? length + PAGE - rest : length;
}

/** Lets go of what is kept: it did not start. */
export async function forget() {
  await soon(use("readwrite", (all) => all.clear())).catch(() => undefined);
}

/** @param {BufferSource} bytes */
async function hashOf(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @template T @param {Promise<T>} work @returns {Promise<T>} */
function soon(work) {
  const late = new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error("no answer")));
  return Promise.race([work, /** @type {Promise<never>} */ (late)]);
}

/**
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest} act
 * @returns {Promise<unknown>} what came of it, once it is written
 */
function use(mode, act) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      // Whoever takes the database away need not wait for us.
      database.onversionchange = () => database.close();
      const work = database.transaction(STORE, mode);
      const asked = act(work.objectStore(STORE));
      work.oncomplete = () => {
        database.close();
        resolve(asked.result);
      };
      work.onabort = () => {
        database.close();
        reject(work.error);
      };
    };
  });
}
