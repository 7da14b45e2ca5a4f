// Starts Python before it is asked for, once the page can be read and nobody is kept waiting; never
// where a reader pays for each byte or has asked for few of them. The first touch starts it anyway.

import { isSparing } from "./line.js";

/** What engine.js says, which a page of words never loads. */
export const python = { isStarting: () => false };

// Nobody may ever want what is folded.
const FORMS =
  ":not(.calc-embedded:not([open]) *):is([data-calculator], [data-plan]:not([hidden]))";
// Time to see that this is the wrong page, and to leave it for nothing.
const SETTLE = 1000;
// A browser without idle callbacks, and a page that is never idle, get a turn after so long.
const LATEST = 5000;

/** The page and all that it needs are in, it is looked at, and the browser has nothing to do. */
export async function whenQuiet() {
  if (document.readyState !== "complete") await once(window, "load");
  await new Promise((resolve) => setTimeout(resolve, SETTLE));
  while (document.visibilityState === "hidden") await once(document, "visibilitychange");
  await new Promise((resolve) => {
    if ("requestIdleCallback" in window) requestIdleCallback(resolve, { timeout: LATEST });
    else setTimeout(resolve, SETTLE);
  });
}

/** @param {EventTarget} target @param {string} name */
function once(target, name) {
  return new Promise((resolve) => target.addEventListener(name, resolve, { once: true }));
}

/** Start Python early if there is a form that will need it. */
export async function wakeEarly() {
  const hasForm = () => document.querySelector(FORMS) !== null;
  if (!hasForm() || isSparing()) return;
  await whenQuiet();
  const { wake } = await import("./engine.js");
  // The reader may have gone on to a page without one.
  if (hasForm() && !isSparing()) wake(true);
}
