// What a reader has typed or chosen, under names that mean the same on every page: in this tab always,
// on this device only if asked. Knows no page and no field: docs/about/decisions/household.md.

import { understood, written } from "./figures.js";
import { root } from "./site.js";
import { today } from "./today.js";

/** @typedef {import("./figures.js").Figure} Figure */
/** @typedef {import("./figures.js").Figures} Figures */

const NAME = `second-mortgage-help ${root.pathname} figures`;
// A chance number, the same for all tabs that hold figures. Where it has gone, they were forgotten.
const MARK = `second-mortgage-help ${root.pathname} mark`;

/** Says `changed`, `forgotten`, `refused` where a browser keeps nothing, and `removed` where another tab
 * had everything removed from the device. */
export const news = new EventTarget();

/** @type {Figures} */
let held = new Map();
/** @type {Figures} the device's copy as this tab last read or wrote it */
let seen = new Map();
/** @type {Figures} what was here of each figure that another tab has changed */
const replaced = new Map();
let mark = "";
let refuses = false;
let full = false;
/** @type {BroadcastChannel | null} */
let channel = null;

/** @returns {ReadonlyMap<string, Figure>} */
export const figures = () => held;
/** @param {string} key @returns {string | undefined} what stood here until another tab changed it */
export const before = (key) => replaced.get(key)?.text;
export const isKept = () => read(onDevice, NAME) !== null;
export const isRefused = () => refuses;
/** Did this device have no room for the last that was to be kept? */
export const isFull = () => full;

// Merely to name a storage can be refused.
const onDevice = () => localStorage;
const inTab = () => sessionStorage;

/** @param {() => Storage} storage @param {string} name */
function read(storage, name) {
  try {
    return storage().getItem(name);
  } catch {
    return null;
  }
}

/** @param {() => Storage} storage @param {string} name @param {string | null} text null: none */
function put(storage, name, text) {
  try {
    if (text === null) storage().removeItem(name);
    else storage().setItem(name, text);
    full = false;
    return true;
  } catch (error) {
    full = error instanceof DOMException && error.name === "QuotaExceededError";
    return false;
  }
}

/** @param {() => Storage} storage @returns {Figures | null} null: none, or none that can be read */
function copy(storage) {
  try {
    return understood(read(storage, NAME) ?? "");
  } catch {
    return null;
  }
}

/** @returns {{mark?: string, joined?: boolean}} what this tab last said of itself */
function said() {
  try {
    return JSON.parse(read(inTab, MARK) ?? "{}") ?? {};
  } catch {
    return {};
  }
}

/** @param {string | undefined} known @returns {boolean} whether all was forgotten since */
function isForgotten(known) {
  try {
    return Boolean(known) && localStorage.getItem(MARK) !== known;
  } catch {
    return false;
  }
}

/** Takes up what this tab held when its last page went away, and what is kept on the device. */
function begin() {
  const { mark: known = "", joined } = said();
  if (isForgotten(known)) drop();
  held = copy(inTab) ?? new Map();
  mark = held.size ? known : "";
  seen = joined ? new Map(held) : new Map();
  meet();
}

function drop() {
  put(inTab, NAME, null);
  put(inTab, MARK, null);
}

/**
 * Takes over what other tabs have changed in the device's copy; what only this tab has, stays.
 * @returns {boolean} whether there was any
 */
function meet() {
  const theirs = copy(onDevice);
  if (!theirs) return false;
  let met = false;
  for (const key of new Set([...theirs.keys(), ...held.keys()])) {
    const [there, here, known] = [theirs, held, seen].map((each) => each.get(key));
    if (there?.text === here?.text || there?.text === known?.text) continue;
    met = true;
    if (here) replaced.set(key, here);
    if (there) held.set(key, there);
    else held.delete(key);
  }
  seen = theirs;
  if (met) keepInTab();
  return met;
}

function keepInTab() {
  const shared = read(onDevice, MARK) ?? crypto.getRandomValues(new Uint32Array(2)).join("-");
  mark ||= put(onDevice, MARK, shared) ? shared : "";
  const tab = JSON.stringify({ mark, joined: isKept() });
  const done = put(inTab, MARK, tab) && put(inTab, NAME, written(held));
  const isNews = !done && !refuses;
  refuses = !done;
  if (isNews) tell("refused");
}

/** @returns {boolean} whether it worked: a copy that cannot be read is not written over */
function keepOnDevice() {
  if (isKept() && !copy(onDevice)) return false;
  seen = new Map(held);
  return put(onDevice, NAME, written(held));
}

function keepAll() {
  if (isKept()) keepOnDevice();
  keepInTab();
}

/** @param {"changed" | "forgotten" | "refused" | "removed"} what */
const tell = (what) => news.dispatchEvent(new Event(what));

/** Learns what other tabs did meanwhile: forgot all, or changed what is kept. */
function wake() {
  if (isForgotten(mark)) {
    replaced.clear();
    tell("forgotten");
    begin();
    tell("changed");
  } else if (meet()) {
    tell("changed");
  }
}

/** @param {string} key @param {string} text empty: nothing any more @param {string} from a form */
export function hold(key, text, from) {
  wake();
  replaced.delete(key);
  if (text === "") held.delete(key);
  else held.set(key, { text, day: today(), from });
  keepAll();
}

/** @param {Iterable<[string, Figure]>} all @param {boolean} [only] and nothing but these */
export function take(all, only) {
  wake();
  held = new Map([...(only ? [] : held), ...all]);
  keepAll();
  tell("changed");
}

/** @returns {boolean} whether this device keeps them from now on */
export function keep() {
  wake();
  const kept = keepOnDevice();
  keepInTab();
  return kept;
}

/** This tab goes on holding them. */
export function keepNoMore() {
  put(onDevice, NAME, null);
  seen = new Map();
  keepInTab();
}

/**
 * Everywhere, and at once; a tab that sleeps learns of it when it wakes.
 * @param {"forget" | "remove"} [what] "remove": all else that is kept goes too
 */
export function forget(what = "forget") {
  put(onDevice, NAME, null);
  put(onDevice, MARK, null);
  channel?.postMessage(what);
  letGo();
}

function letGo() {
  drop();
  held = new Map();
  seen = new Map();
  replaced.clear();
  mark = "";
  tell("forgotten");
}

function listen() {
  channel = "BroadcastChannel" in self ? new BroadcastChannel(NAME) : null;
  channel?.addEventListener("message", ({ data }) => {
    letGo();
    if (data === "remove") tell("removed");
  });
}

begin();
listen();
window.addEventListener("storage", ({ key }) => [NAME, MARK, null].includes(key) && wake());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && wake());
window.addEventListener("pagehide", () => channel?.close());
window.addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  listen();
  // Other pages of this tab may have gone on since.
  if (mark && said().mark !== mark) tell("forgotten");
  begin();
  tell("changed");
});
