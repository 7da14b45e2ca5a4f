// What figures are as text, kept or in a file: their version, how older ones become it, and what is not
// taken. Knows no field: docs/about/decisions/household.md.

import { today } from "./today.js";

/** @typedef {{text: string, day: string, from: string}} Figure `from` is the form it was typed in */
/** @typedef {Map<string, Figure>} Figures */
/** @typedef {{figures: Record<string, any>, log?: any}} Said */

const WHAT = "second-mortgage-help figures";
const VERSION = 3;
/** @type {Record<string, (said: Said) => Said>} to the next version */
const MIGRATIONS = {
  // Text alone, as a person or another program may write it.
  1: ({ figures }) => ({
    figures: Object.fromEntries(
      Object.entries(figures).map(([key, text]) => [
        key,
        typeof text === "string" ? { text, day: today(), from: "" } : text,
      ]),
    ),
  }),
  // There was no log.
  2: ({ figures }) => ({ figures, log: {} }),
};
/** An entry of the log is one text among the figures, as JSON; in a file it stands by itself. */
export const ENTRY = "entry:";
const KEY = /^[a-z][\w-]{0,60}(:[a-z]\w{0,60})?$/;
const NAME = /^[a-z]\w{0,60}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LONGEST = 5000;
const LONGEST_NAME = 120;

/** Text that is not taken; the message says why, for readers. */
export class NotTaken extends Error {}

/** @param {string} day @returns {boolean} whether it is more than a month ago */
export function isOld(day) {
  const month = new Date(`${day}T12:00`);
  month.setMonth(month.getMonth() + 1);
  return month < new Date();
}

/** @param {Figures} figures */
export function written(figures) {
  const inOrder = [...figures].sort(([one], [other]) => (one < other ? -1 : 1));
  const entries = inOrder.filter(([key]) => key.startsWith(ENTRY));
  const said = {
    what: WHAT,
    version: VERSION,
    figures: Object.fromEntries(inOrder.filter(([key]) => !key.startsWith(ENTRY))),
    log: Object.fromEntries(entries.map(([key, { text }]) => [key.slice(ENTRY.length), JSON.parse(text)])),
  };
  return JSON.stringify(said, null, 1);
}

/** @param {string} text @returns {Figures} @throws {NotTaken} */
export function understood(text) {
  /** @type {any} */
  let said = null;
  try {
    said = JSON.parse(text);
  } catch {
    throw new NotTaken("This file is damaged, or it is another kind of file.");
  }
  const { what, version, figures } = said ?? {};
  if (what !== WHAT || !isWhole(figures)) throw new NotTaken("This is not a file of figures from this site.");
  if (version > VERSION) {
    throw new NotTaken("A newer version of this site wrote this file. Reload this page, and try again.");
  }
  /** @type {Said} */
  let migrated = said;
  for (let at = version; at !== VERSION; at += 1) {
    const migrate = Object.hasOwn(MIGRATIONS, at) ? MIGRATIONS[at] : undefined;
    if (!migrate) throw new NotTaken("This file is damaged: it does not say its version.");
    migrated = migrate(migrated);
  }
  if (!isWhole(migrated.log)) throw new NotTaken("This file is damaged: its log cannot be read.");
  return new Map([
    ...Object.entries(migrated.figures).map(([key, figure]) => sound(key, figure)),
    ...Object.entries(migrated.log).map(([id, entry]) => soundEntry(id, entry)),
  ]);
}

/** @param {any} part */
const isWhole = (part) => typeof part === "object" && part !== null && !Array.isArray(part);

/** @param {any} text */
const isText = (text) => typeof text === "string" && text !== "" && text.length <= LONGEST;

/** @param {any} day */
const isDay = (day) => DAY.test(day) && !Number.isNaN(Date.parse(day));

/** @param {string} key @param {any} figure @returns {[string, Figure]} @throws {NotTaken} */
function sound(key, figure) {
  const { text, day, from } = figure ?? {};
  const isKnown = KEY.test(key) && !key.startsWith(ENTRY);
  if (!isKnown || !isText(text) || !isDay(day) || typeof from !== "string") {
    throw new NotTaken("This file is damaged: a figure in it cannot be read.");
  }
  return [key, { text, day, from: from.slice(0, LONGEST_NAME) }];
}

/** @param {string} id @param {any} entry texts by box @returns {[string, Figure]} @throws {NotTaken} */
function soundEntry(id, entry) {
  const texts = isWhole(entry) ? Object.entries(entry) : [];
  const isSound = texts.every(([name, text]) => NAME.test(name) && isText(text));
  if (!KEY.test(ENTRY + id) || !isSound || !isDay(entry?.day)) {
    throw new NotTaken("This file is damaged: an entry of its log cannot be read.");
  }
  return [ENTRY + id, { text: JSON.stringify(entry), day: entry.day, from: "" }];
}
