// The sheets of the reader's own pile: Python fills each from all that the household holds, and the
// filled one stands in the blank one's place. Nothing held: the blank one.

import { printAlone } from "./blank.js";
import { tie } from "./boxes.js";
import { askSheet, isReady, wake } from "./engine.js";
import { handOver } from "./file.js";
import { news } from "./household.js";
import { all } from "./kept.js";
import { attachLog } from "./log.js";
import { letPress } from "./page.js";
import { LOADING, whyNot } from "./progress.js";
import { today } from "./today.js";

/** @type {WeakMap<HTMLElement, Sheet>} */
const attached = new WeakMap();

export function attachAll() {
  for (const place of places()) if (!attached.has(place)) attached.set(place, new Sheet(place));
}

/** @returns {HTMLElement[]} those of the page that is shown */
const places = () => [...document.querySelectorAll("[data-sheet]")].map((each) => /** @type {any} */ (each));

class Sheet {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    this.name = place.dataset.sheet ?? "";
    this.filled = this.part(".sheet-filled");
    this.blank = this.part(".sheet-blank");
    this.status = this.part(".sheet-status");
    /** Counts askings, so that only the newest one's answer is shown. */
    this.turn = 0;
    this.day = "";
    place.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest("button") : null;
      const { sheetPrint: print, sheetFile: file } = button?.dataset ?? {};
      if (print) printAlone(print);
      if (file) this.save(file);
    });
    const form = document.querySelector("[data-log]");
    if (this.name === "log" && form instanceof HTMLElement) attachLog(form, this);
    const boxes = document.querySelector(`[data-sheet-form="${this.name}"]`);
    if (boxes instanceof HTMLElement) this.follow(boxes);
    letPress(place);
    this.refresh();
  }

  /** The boxes of a sheet: what is typed is held, and the sheet follows. @param {HTMLElement} section */
  follow(section) {
    section.hidden = false;
    tie(section);
    section.addEventListener("focusin", () => wake());
    section.addEventListener("change", () => this.refresh());
    section.addEventListener("submit", async (event) => {
      event.preventDefault();
      await this.refresh();
      this.filled.scrollIntoView({ block: "start" });
    });
  }

  /** @param {string} selector @returns {HTMLElement} */
  part(selector) {
    return /** @type {HTMLElement} */ (this.place.querySelector(selector));
  }

  question(file = "") {
    const { base = "" } = this.place.dataset;
    return { sheet: this.name, figures: all(), today: today(), base, file };
  }

  async refresh() {
    this.turn += 1;
    const mine = this.turn;
    this.day = today();
    const question = this.question();
    if (!Object.keys(question.figures).length) return this.show("");
    if (!isReady()) this.status.textContent = LOADING;
    try {
      const { html } = await askSheet(question);
      if (mine !== this.turn) return;
      if (this.status.textContent === LOADING) this.status.textContent = "";
      this.show(html ?? "");
    } catch (error) {
      if (mine === this.turn) this.status.textContent = whyNot(error);
    }
  }

  /** @param {string} html made and escaped by core/pages; empty: the blank sheet */
  show(html) {
    this.filled.innerHTML = html;
    this.filled.hidden = html === "";
    this.blank.hidden = html !== "";
  }

  /** @param {string} file */
  async save(file) {
    if (!isReady()) this.status.textContent = LOADING;
    try {
      const { name = "", text = "", media_type: type } = await askSheet(this.question(file));
      if (text) handOver(name, new Blob([text], { type }));
      this.status.textContent = text ? `Saved on this device as ${name}.` : "There is no date to come.";
    } catch (error) {
      this.status.textContent = whyNot(error);
    }
  }

  forget() {
    this.turn += 1;
    this.status.textContent = "";
    this.show("");
  }
}

news.addEventListener("changed", () => places().forEach((place) => attached.get(place)?.refresh()));
news.addEventListener("forgotten", () => places().forEach((place) => attached.get(place)?.forget()));
document.addEventListener("visibilitychange", () => {
  for (const place of document.visibilityState === "visible" ? places() : []) {
    const sheet = attached.get(place);
    if (sheet && sheet.day !== today()) sheet.refresh();
  }
});
