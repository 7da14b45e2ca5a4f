// After a reader's first answer, has Python's memory kept for the next visit: by a second worker,
// which never sees a figure. Whatever comes in its way, it is let go, and the next start is as slow.

import { whenQuiet } from "./early.js";
import { isFromMemory } from "./engine.js";
import { news } from "./household.js";
import { isSparing } from "./line.js";
import { mayKeep } from "./offline.js";

// The reader goes on changing figures first.
const LATER = 2000;
const LONGEST = 60_000;
// In GiB, where a browser says it: for a moment there are two Pythons.
const SMALL_DEVICE = 1;

let asked = false;

export async function remember() {
  const { deviceMemory = Infinity } = /** @type {{deviceMemory?: number}} */ (navigator);
  if (asked || isFromMemory() || deviceMemory <= SMALL_DEVICE) return;
  asked = true;
  await new Promise((resolve) => setTimeout(resolve, LATER));
  await whenQuiet();
  if (isSparing() || !mayKeep()) return;
  const address = new URL("./worker.js", import.meta.url);
  const worker = new Worker(address, { type: "module", name: "keep" });
  const end = () => worker.terminate();
  setTimeout(end, LONGEST);
  worker.onerror = end;
  // Perhaps all that is kept was removed.
  news.addEventListener("forgotten", end);
  /** @param {MessageEvent<import("./messages.js").Message>} event */
  worker.onmessage = ({ data }) => {
    if (data.kind === "progress") return;
    end();
    if (data.kind === "ready") performance.mark("calculator:kept");
  };
}
