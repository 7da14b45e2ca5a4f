// What comes when an answer stands and nobody waits: the calculators that were not asked yet, and what is
// seldom used of Python's core (scripts/runtime/split.mjs). A question that wants that before it is here
// is asked once more, with all of it there.

import { download } from "./downloads.js";
import { isSparing } from "./line.js";

// The answer is shown first, and a next question may come at once.
const LATER = 1000;
// Between two modules. A question goes in between.
const PAUSE = 50;

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
 * The rest of the core; once, unless the reader spares bytes.
 * @param {any} manifest @param {(name: string) => URL} locate @param {import("./downloads.js").Way} way
 */
export async function getLater({ rest: name, files }, locate, way) {
  if (!name || asked || rest || isSparing()) return;
  asked = true;
  await new Promise((resolve) => setTimeout(resolve, LATER));
  const quietly = { ...way, priority: /** @type {const} */ ("low"), arrived() {}, waiting() {} };
  rest = await download(name, locate(name), files[name], quietly).whole.catch(() => null);
}

let isLoading = false;

/** @param {any} calculators Python's own module: see `load` there */
export async function loadLater(calculators) {
  if (isLoading) return;
  isLoading = true;
  do await new Promise((resolve) => setTimeout(resolve, PAUSE));
  while (calculators.load());
}
