// After a reader's first answer, has Python's memory kept for the next visit to start from.

import { whenQuiet } from "./early.js";
import { isFromMemory, keepMemory } from "./engine.js";
import { isSparing } from "./line.js";
import { mayKeep } from "./offline.js";

// The reader goes on changing figures first.
const LATER = 2000;
// In GiB, where a browser says it: there the memory is twice in memory for a moment.
const SMALL_DEVICE = 1;

let asked = false;

export async function remember() {
  const { deviceMemory = Infinity } = /** @type {{deviceMemory?: number}} */ (navigator);
  if (asked || isFromMemory() || deviceMemory <= SMALL_DEVICE) return;
  asked = true;
  await new Promise((resolve) => setTimeout(resolve, LATER));
  await whenQuiet();
  if (!isSparing() && mayKeep()) keepMemory();
}
