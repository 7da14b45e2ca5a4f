// What the front door keeps of a reader: its answers, among the household's figures. No page and no
// address holds one.

import { figures, hold } from "./household.js";

// A box that starts from an answer says that it comes from here.
const FROM = "Your plan";

/** @param {string} key @returns {string} empty: not answered */
export const get = (key) => figures().get(key)?.text ?? "";

/** @param {string} key @param {string} text empty: not answered any more */
export const set = (key, text) => hold(key, text, FROM);

/** @returns {Record<string, string>} */
export const all = () =>
  Object.fromEntries([...figures()].map(([key, { text }]) => [key, text]));
