// The form of the log: what is typed is held at each keystroke; Python reads it, and it becomes an
// entry among the household's figures. Changed, done or removed at its row; a removal can be undone.

import { boxesIn, empty, tie } from "./boxes.js";
import { ask, check, isReady, wake } from "./engine.js";
import { ENTRY } from "./figures.js";
import { figures, hold, news, take } from "./household.js";
import { clearProblems, setProblem, showProblems } from "./problems.js";
import { LOADING, whyNot } from "./progress.js";
import { today } from "./today.js";

/** @typedef {{place: HTMLElement, status: HTMLElement}} Sheet */

const SLUG = "log";
// Which entry the form holds, if it is not a new one.
const CHANGING = "log:changing";
const FINISH = "Finish what stands in the form first: add it, or clear it.";

/** @type {Log | null} */
let current = null;

/** @param {HTMLElement} section @param {Sheet} sheet */
export function attachLog(section, sheet) {
  current = new Log(section, sheet);
}

news.addEventListener("changed", () => current?.dress());
news.addEventListener("forgotten", () => current?.forget());

class Log {
  /** @param {HTMLElement} section @param {Sheet} sheet */
  constructor(section, sheet) {
    this.section = section;
    this.sheet = sheet;
    this.form = /** @type {HTMLFormElement} */ (section.querySelector("form"));
    this.status = /** @type {HTMLElement} */ (section.querySelector(".log-said"));
    /** Counts what was asked, so that what was forgotten meanwhile is not spoken of. */
    this.turn = 0;
    section.hidden = false;
    tie(section);
    this.dress();
    section.addEventListener("focusin", () => wake());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.add();
    });
    this.form.addEventListener("change", ({ target }) => this.left(/** @type {any} */ (target)));
    section.querySelector("[data-log-clear]")?.addEventListener("click", () => this.clear(""));
    sheet.place.addEventListener("click", ({ target }) => this.pressed(target));
  }

  get changing() {
    const key = figures().get(CHANGING)?.text ?? "";
    return figures().has(key) ? key : "";
  }

  get name() {
    return this.section.dataset.name ?? "";
  }

  /** @param {string} message */
  say(message) {
    this.status.textContent = message;
  }

  /** The words on the buttons, for a new entry or for one that is changed. */
  dress() {
    const isChange = this.changing !== "";
    for (const each of this.form.querySelectorAll("[data-log-add]")) each.toggleAttribute("hidden", isChange);
    for (const each of this.form.querySelectorAll("[data-log-save]"))
      each.toggleAttribute("hidden", !isChange);
  }

  /** @param {HTMLInputElement} box */
  async left(box) {
    if (!box.value || !isReady()) return;
    try {
      const { message } = await check(SLUG, box.name, box.value);
      setProblem(box, message ?? "");
    } catch {
      // Adding the entry asks again.
    }
  }

  async add() {
    clearProblems(this.section);
    const answers = Object.fromEntries(boxesIn(this.section).map(({ name, value }) => [name, value]));
    answers.day ||= today();
    this.say(isReady() ? "" : LOADING);
    const mine = (this.turn += 1);
    try {
      const { reply } = await ask(SLUG, { answers });
      if (mine !== this.turn) return;
      if (!reply?.ok) {
        this.say("");
        showProblems(this.section, reply?.errors ?? []);
        return;
      }
      const isChange = this.changing !== "";
      this.hold(this.changing || ENTRY + newId(), /** @type {any} */ (reply).inputs);
      this.clear(isChange ? "Changed." : "Added to the log.");
      tell();
    } catch (error) {
      if (mine === this.turn) this.say(whyNot(error));
    }
  }

  forget() {
    this.turn += 1;
    clearProblems(this.section);
    this.dress();
    this.say("");
  }

  /** @param {string} key @param {Record<string, string | boolean | null>} inputs as Python read them */
  hold(key, inputs) {
    const said = Object.entries(inputs).filter(([, value]) => value);
    const texts = said.map(([name, value]) => [name, value === true ? "yes" : value]);
    hold(key, JSON.stringify(Object.fromEntries(texts)), this.name);
  }

  /** @param {string} message */
  clear(message) {
    clearProblems(this.section);
    empty(this.section);
    hold(CHANGING, "", "");
    this.dress();
    this.say(message);
  }

  /** @param {EventTarget | null} target */
  pressed(target) {
    const button = target instanceof Element ? target.closest("button") : null;
    const { entryEdit: edit, entryRemove: remove, entryDone: done } = button?.dataset ?? {};
    if (edit) this.change(edit);
    if (remove) this.remove(remove);
    if (done) this.finish(done);
  }

  /** @param {string} key @returns {Record<string, string>} */
  entry(key) {
    return JSON.parse(figures().get(key)?.text ?? "{}");
  }

  /** @param {string} key */
  change(key) {
    const isFree = !boxesIn(this.section).some((box) => figures().has(box.dataset.keep ?? ""));
    if (isFree) {
      const day = today();
      const texts = Object.entries(this.entry(key)).map(([name, text]) => [`${SLUG}:${name}`, text]);
      const held = [...texts, [CHANGING, key]].map(([name, text]) => [name, { text, day, from: this.name }]);
      take(/** @type {any} */ (held));
    }
    this.say(isFree ? "Change the entry, then save it." : FINISH);
    this.form.scrollIntoView({ block: "start" });
    boxesIn(this.section)[0]?.focus({ preventScroll: true });
  }

  /** @param {string} key */
  remove(key) {
    const { text = "" } = figures().get(key) ?? {};
    hold(key, "", "");
    tell();
    const undo = document.createElement("button");
    undo.type = "button";
    undo.className = "md-button";
    undo.textContent = "Undo";
    undo.addEventListener("click", () => {
      hold(key, text, this.name);
      tell();
      this.answer("The entry is back.");
    });
    this.sheet.status.replaceChildren("The entry is removed. ", undo);
    undo.focus();
  }

  /** Beside the sheet: the button that was pressed has gone. @param {string} message */
  answer(message) {
    const { status } = this.sheet;
    status.textContent = message;
    status.tabIndex = -1;
    status.focus();
  }

  /** @param {string} key */
  finish(key) {
    this.hold(key, { ...this.entry(key), done: true });
    tell();
    this.answer("Marked as done.");
  }
}

/** An entry came, went or changed: the sheet is made anew, and the count of what is held. */
const tell = () => news.dispatchEvent(new Event("changed"));

/** A chance number; later entries sort after earlier ones. */
function newId() {
  const [chance] = crypto.getRandomValues(new Uint32Array(1));
  return `e${Date.now()}x${chance}`;
}
