// What figures are as text, kept or in a file: their version, how older ones become it, and what is not
// taken. Knows no field: docs/about/decisions/household.md.

import { today } from "./today.js";

/** @typedef {{text: string, day: string, from: string}} Figure `from` is the form it was typed in */
/** @typedef {Map<string, Figure>} Figures */

const WHAT = "second-mortgage-help figures";
const VERSION = 2;
/** @type {Record<string, (figures: Record<string, any>) => Record<string, any>>} to the next version */
const MIGRATIONS = {
  // Text alone, as a person or another program may write it.
  1: (figures) =>
    Object.fromEntries(
      Object.entries(figures).map(([key, text]) => [
        key,
        typeof text === "string" ? { text, day: today(), from: "" } : text,
      ]),
    ),
};
const KEY = /^[a-z][\w-]{0,60}(:[a-z]\w{0,60})?$/;
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
  const said = { what: WHAT, version: VERSION, figures: Object.fromEntries(inOrder) };
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
  const isWhole = typeof figures === "object" && figures !== null && !Array.isArray(figures);
  if (what !== WHAT || !isWhole) throw new NotTaken("This is not a file of figures from this site.");
  if (version > VERSION) {
    throw new NotTaken("A newer version of this site wrote this file. Reload this page, and try again.");
  }
  let migrated = figures;
  for (let at = version; at !== VERSION; at += 1) {
    const migrate = Object.hasOwn(MIGRATIONS, at) ? MIGRATIONS[at] : undefined;
    if (!migrate) throw new NotTaken("This file is damaged: it does not say its version.");
    migrated = migrate(migrated);
  }
  return new Map(Object.entries(migrated).map(([key, figure]) => [key, sound(key, figure)]));
}

/** @param {string} key @param {any} figure @returns {Figure} @throws {NotTaken} */
function sound(key, figure) {
  const { text, day, from } = figure ?? {};
  const isText = typeof text === "string" && text !== "" && text.length <= LONGEST;
  const isDay = DAY.test(day) && !Number.isNaN(Date.parse(day));
  if (!KEY.test(key) || !isText || !isDay || typeof from !== "string") {
    throw new NotTaken("This file is damaged: a figure in it cannot be read.");
  }
  return { text, day, from: from.slice(0, LONGEST_NAME) };
}
