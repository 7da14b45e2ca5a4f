// A sheet that is only ever blank waits for its button, and needs no Python.

import { letPress } from "./page.js";

/** @param {Element} place */
export function attachBlank(place) {
  place.querySelector(".sheet-blank")?.toggleAttribute("hidden", true);
  /** @type {HTMLElement} */ (place.querySelector("[data-sheet-print]")).onclick = () => printAlone("blank");
  letPress(place);
}

/** @param {string} what the filled sheet or the blank one; sheets.css leaves out the rest */
export function printAlone(what) {
  const page = document.documentElement;
  page.dataset.print = `sheet-${what}`;
  window.addEventListener("afterprint", () => delete page.dataset.print, { once: true });
  window.print();
}
