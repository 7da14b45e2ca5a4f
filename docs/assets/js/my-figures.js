// What a reader can do with all figures at once, from any page: keep them on this device, forget them,
// save them to a file, and open one.

import { ENTRY, NotTaken, isOld, understood, written } from "./figures.js";
import { handOver } from "./file.js";
import { figures, forget, isFull, isKept, isRefused, keep, keepNoMore, news, take } from "./household.js";
import { notify } from "./notice.js";
import { letPress } from "./page.js";

const FILE = "second-mortgage-my-figures.json";
const LARGEST = 1_000_000;
const GONE =
  "What you type is gone when you reload or close this page. Save it to a file before you leave.";
const REFUSED = `This browser holds nothing for this site. ${GONE}`;
const FULL = `This device has no room left for this site. ${GONE}`;
const UNREADABLE = "What this device kept before cannot be read here. Forget it, then keep these.";

/** @returns {HTMLElement | null} the sheet of the page that is shown */
const sheet = () => document.querySelector("[data-figures]");

/** @param {string} message @param {Record<string, () => void>} [actions] */
function say(message, actions = {}) {
  const place = sheet()?.querySelector('[role="status"]');
  place?.replaceChildren(message, ...Object.entries(actions).map(([label, act]) => button(label, act)));
}

/** @param {string} label @param {() => void} act */
function button(label, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "md-button";
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}

/** How many are held, where, and whether they are still fresh. */
function describe() {
  const place = sheet()?.querySelector("[data-count]");
  if (!place) return;
  const all = [...figures()];
  const typed = all.filter(([key]) => !key.startsWith(ENTRY));
  const where = isKept() ? "kept on this device" : "held in this tab";
  const old = typed.some(([, { day }]) => isOld(day))
    ? " Some are more than a month old: check them."
    : "";
  const many = counted(typed.length, all.length - typed.length);
  place.textContent = isRefused() ? refused() : all.length ? `${many} ${where}.${old}` : "Nothing yet.";
  const [keeps, stops] = sheet()?.querySelectorAll('[data-household="keep"] span') ?? [];
  keeps?.toggleAttribute("hidden", isKept());
  stops?.toggleAttribute("hidden", !isKept());
}

const refused = () => (isFull() ? FULL : REFUSED);

/** @param {number} typed @param {number} entries of the log */
function counted(typed, entries) {
  const few = typed === 1 ? "1 figure" : `${typed} figures`;
  const log = entries === 1 ? "1 entry of your log" : `${entries} entries of your log`;
  const what = entries === 0 ? few : typed === 0 ? log : `${few} and ${log}`;
  return `${what} ${typed + entries === 1 ? "is" : "are"}`;
}

function askToKeep() {
  if (isKept()) {
    keepNoMore();
    describe();
    say("This device no longer keeps them. This tab still holds them.");
    return;
  }
  say("Does anyone else use this device? They could see what you typed. ", {
    "Others use it: do not keep": () => {
      say("Not kept on this device. You can save them to a file of your own instead.");
      focusOn("save");
    },
    "Only I use it: keep": () => {
      say(keep() ? "Kept on this device until you forget them." : whyNot());
      describe();
      focusOn("keep");
    },
  });
  /** @type {HTMLElement | null | undefined} */ (sheet()?.querySelector('[role="status"] button'))?.focus();
}

/** The button that was pressed has gone. @param {string} name */
function focusOn(name) {
  const control = sheet()?.querySelector(`[data-household="${name}"]`);
  /** @type {HTMLElement | null} */ (control)?.focus();
}

function whyNot() {
  if (isFull()) return "This device has no room left for them. Make room, then press the button again.";
  return isKept() ? UNREADABLE : "This browser does not let this site keep anything.";
}

function save() {
  handOver(FILE, new Blob([written(new Map(figures()))], { type: "application/json" }));
  say(`Saved on this device as ${FILE}. Anyone who opens that file can read it.`);
}

/** @param {HTMLInputElement} input */
async function open(input) {
  const [file] = input.files ?? [];
  if (!file) return;
  const mine = new Map(figures());
  try {
    if (file.size > LARGEST) throw new NotTaken("This file is too large to be one of ours.");
    const theirs = understood(await file.text());
    take(theirs);
    const other = [...mine].filter(([key, { text }]) => (theirs.get(key)?.text ?? text) !== text);
    const instead = other.length ? ` ${other.length} of yours were replaced.` : "";
    const entries = [...theirs.keys()].filter((key) => key.startsWith(ENTRY)).length;
    const log = entries ? ` and ${entries} of its log` : "";
    say(`Opened. The file had ${theirs.size - entries} figures${log}.${instead} `, {
      Undo: () => {
        take(mine, true);
        describe();
        say("Your figures are as they were.");
        focusOn("open");
      },
    });
  } catch (error) {
    const why = error instanceof NotTaken ? error.message : "This file cannot be read.";
    say(`${why} Nothing of yours has changed.`);
  } finally {
    // The same file can be chosen again.
    input.value = "";
  }
  describe();
}

document.addEventListener("click", ({ target }) => {
  const control = target instanceof Element ? target.closest("[data-household]") : null;
  const what = control?.getAttribute("data-household");
  if (what === "keep") askToKeep();
  if (what === "save") save();
  if (what === "forget") {
    forget();
    describe();
    say(
      "Forgotten: boxes, answers and letters are empty, in other tabs too, and the next person can " +
        "begin. Your browser’s history, files that you saved and what you copied are not ours to clear.",
    );
  }
});
document.addEventListener("change", ({ target }) => {
  if (target instanceof HTMLInputElement && target.dataset.household === "open") open(target);
});
document.addEventListener("input", describe);
for (const each of ["changed", "forgotten"]) {
  news.addEventListener(each, () => {
    say("");
    describe();
  });
}
news.addEventListener("refused", () => {
  notify(refused(), { OK: () => undefined });
  describe();
});
letPress(sheet());
describe();
