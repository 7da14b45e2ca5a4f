// Holds what is seldom used of Python's core (scripts/runtime/split.mjs). It comes when an answer
// stands and nobody waits; a question that wants it before that is asked once more, with all of it there.

import { download } from "./downloads.js";
import { isSparing } from "./line.js";

// The answer is shown first, and a next question may come at once.
const LATER = 1000;

/** @type {Uint8Array<ArrayBuffer> | null} */
let rest = null;
let missed = false;
let asked = false;

/** Was it wanted before it was here? */
export const isMissed = () => missed;

/** @param {Uint8Array<ArrayBuffer>} bytes */
export const hold = (bytes) => void (rest = bytes);

// The core asks in the midst of its work, and can't wait: see scripts/runtime/rest.js.
/** @type {any} */ (self).getRestOfCore = () => {
  if (rest) return rest;
  missed = true;
  throw new Error("The rest of the core is not here yet.");
};

/**
 * Once, unless the reader spares bytes.
 * @param {string} name @param {URL} address
 * @param {import("./downloads.js").Expected} expected @param {import("./downloads.js").Way} way
 */
export async function getLater(name, address, expected, way) {
  if (asked || rest || isSparing()) return;
  asked = true;
  await new Promise((resolve) => setTimeout(resolve, LATER));
  const quietly = { ...way, priority: /** @type {const} */ ("low"), arrived() {}, waiting() {} };
  rest = await download(name, address, expected, quietly).whole.catch(() => null);
}
