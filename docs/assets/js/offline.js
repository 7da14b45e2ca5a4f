// Has the whole site kept on this device, so that it works without a connection, and lets the
// reader take all of that away again. The keeping itself is sw.js's.

import { python, whenQuiet } from "./early.js";
import { forget as forgetFigures, news } from "./household.js";
import { isSparing } from "./line.js";
import { notify } from "./notice.js";
import { letPress } from "./page.js";
import { root } from "./site.js";

/** @typedef {{kept?: string, first?: boolean, newer?: boolean, failed?: string}} Said */

// Long enough to read on, or to go elsewhere; the calculators go first.
const LATER = 10_000;
// A page that stays open, or is gone back to, asks for news after so long.
const HOUR = 3_600_000;
// Everything that this site writes on a device is named so, by us or by the theme.
const OURS = /^(second-mortgage|(large-print|colors)$)/;
// For this tab only: the reader wants nothing kept.
const REFUSED = "second-mortgage-keeps-nothing";

let asked = 0;
/** Has this tab seen a kept copy, or made one? */
let seen = false;

/** Which release this page is of: its code and its words. Empty while the site is being written. */
const release = () => document.querySelector('meta[name="release"]')?.getAttribute("content") ?? "";
const [codeAtStart] = release().split(" ");

/** @param {number} time */
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/**
 * An instant navigation has brought a page of another release: its forms belong to other code.
 * @returns {boolean} whether the page is being loaded anew
 */
export function meetNewerCode() {
  const [code] = release().split(" ");
  if (code === codeAtStart) return false;
  location.reload();
  return true;
}

/** Keep the site once this page has all it needs, unless the reader spares bytes or refuses. */
export async function keepLater() {
  if (!("serviceWorker" in navigator)) return;
  if (!release()) {
    // A copy kept earlier at this address must not come between a writer and the page.
    await forget();
    return;
  }
  seen ||= Boolean(await registered());
  await whenQuiet();
  await pause(LATER);
  while (python.isStarting()) await pause(1000);
  // A tab that slept was not told that another one had everything removed.
  if (seen && !(await registered())) refuse(true);
  if (!isSparing() && mayKeep()) await keep();
}

/** Of this site's worker; a browser that keeps nothing may refuse the question itself. */
const registered = () => navigator.serviceWorker.getRegistration(root).catch(() => undefined);

/** @param {boolean} all whether this tab keeps nothing from now on */
function refuse(all) {
  try {
    if (all) sessionStorage.setItem(REFUSED, "yes");
    else sessionStorage.removeItem(REFUSED);
  } catch {
    // Then the browser keeps nothing of ours anyway.
  }
}

/** Has the reader of this tab not just had everything removed? */
export function mayKeep() {
  try {
    return sessionStorage.getItem(REFUSED) === null;
  } catch {
    // Nor would the browser keep anything of ours.
    return false;
  }
}

/** @returns {Promise<Said>} */
async function keep() {
  asked = Date.now();
  try {
    const address = new URL("sw.js", root);
    await navigator.serviceWorker.register(address, { scope: root.pathname, updateViaCache: "none" });
    seen = true;
    const said = await ask("keep");
    if (said.newer) {
      const again = () => location.reload();
      notify("A newer version of this page is ready.", { "Show it": again, Later: () => undefined });
    } else if (said.first) {
      notify(words(said), { OK: () => undefined });
    }
    return said;
  } catch (error) {
    return { failed: error instanceof Error ? error.name : String(error) };
  }
}

/** @param {string | undefined} failed the name of an error */
function whyNot(failed) {
  if (failed === "QuotaExceededError")
    return "This device has no room left for the site. Make room, then press the button again.";
  if (failed === "SecurityError")
    return "This browser does not let this site keep anything. You can download the printable pages instead.";
  return "It did not work. Check your connection, then press the button again.";
}

/** @param {Said} said */
function words({ kept }) {
  return kept
    ? `This site is ready to use without a connection. It takes up ${kept} on this device.`
    : "This site is not kept on this device.";
}

/** @param {"keep" | "remove" | "describe"} kind @returns {Promise<Said>} */
async function ask(kind) {
  const registration = await registered();
  if (!registration) return {};
  const { active } = kind === "remove" ? registration : await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  const page = location.href.split(/[?#]/)[0]?.slice(root.href.length);
  const [code, stamp] = [codeAtStart, release()];
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    if (!active) resolve({});
    active?.postMessage({ kind, shown: { page, stamp, code } }, [port2]);
  });
}

/** Take away the kept copy, and the worker that keeps it. */
async function forget() {
  const registration = await registered();
  if (registration?.scope !== root.href) return;
  // One that no longer answers is taken away all the same.
  await Promise.race([ask("remove"), pause(5000)]);
  for (const name of await caches.keys()) {
    if (name.startsWith(`second-mortgage-help ${root.pathname} `)) await caches.delete(name);
  }
  await registration.unregister();
}

/** Everything that this site has kept on this device. */
async function removeAll() {
  forgetFigures("remove");
  if ("serviceWorker" in navigator) await forget();
  for (const storageOf of [() => localStorage, () => sessionStorage]) {
    try {
      const storage = storageOf();
      for (const key of Object.keys(storage)) {
        if (OURS.test(key) || key.startsWith(`${root.pathname}.`)) storage.removeItem(key);
      }
    } catch {
      // Merely to name it can be refused: then nothing is in it.
    }
  }
  try {
    // memory.js keeps it; in earlier releases, in another database, and in a cache.
    for (const name of [`second-mortgage-python ${root.pathname}`, "second-mortgage-python"]) {
      indexedDB.deleteDatabase(name);
      await caches.delete(name);
    }
  } catch {
    // A browser that keeps nothing has neither.
  }
  refuse(true);
}

/** @param {Element} button @param {string} message */
function say(button, message) {
  const line = button.closest("[data-kept]")?.querySelector('[role="status"]');
  if (line) line.textContent = message;
}

/** Where a page says what is kept, say it. */
export async function showKept() {
  for (const place of document.querySelectorAll("[data-kept]")) letPress(place);
  const places = document.querySelectorAll("[data-kept] [role='status']");
  if (!places.length || !("serviceWorker" in navigator)) return;
  const said = words(await ask("describe"));
  for (const place of places) place.textContent = said;
}

document.addEventListener("click", async ({ target }) => {
  const button = target instanceof Element ? target.closest("button[data-keep]") : null;
  const what = button?.getAttribute("data-keep");
  if (button && what === "all") {
    refuse(false);
    say(button, "Getting the whole site. You can read on meanwhile.");
    const said = "serviceWorker" in navigator ? await keep() : { failed: "SecurityError" };
    say(button, said.failed || !said.kept ? whyNot(said.failed) : words(said));
  }
  if (button && what === "nothing") {
    await removeAll();
    const rest = "What you saved yourself is still yours, and your browser has its own history.";
    say(button, `All that this site kept on this device is gone. ${rest}`);
  }
});

news.addEventListener("removed", () => refuse(true));
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && asked && Date.now() - asked > HOUR) keepLater();
});
