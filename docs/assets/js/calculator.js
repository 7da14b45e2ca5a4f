// One calculator on a page: sends what was typed, shows what comes back. It parses, computes and
// formats nothing; states are the contract's (data-state).

import { markListed, markOpened, putAnswer, use } from "./answer.js";
import { answersIn, boxesIn, empty, tie } from "./boxes.js";
import { ask, isReady, stop, wake } from "./engine.js";
import { checkLeft, clearProblems, showProblems } from "./problems.js";
import { LOADING, showDownload, whyNot } from "./progress.js";
import { clearQuestion, clearQuestions, showQuestions, take } from "./questions.js";
import { remember } from "./remember.js";
import { onAnotherDay } from "./today.js";

/** @typedef {import("./messages.js").Doubt} Doubt */

const SINCE = "You have changed a figure since: ask again for a new answer.";
export const NOT_YET = "The answer below is not for these figures yet.";
const WORKING = "Working it out.";
// An answer that comes sooner is not announced: a screen reader would say so after it.
const SOON = 400;
const attached = new WeakSet();

/** @param {HTMLElement} section */
export function attach(section) {
  if (!attached.has(section)) {
    attached.add(section);
    new Calculator(section);
  }
}

export class Calculator {
  /** @param {HTMLElement} section */
  constructor(section) {
    this.section = section;
    this.slug = section.dataset.calculator ?? "";
    this.form = /** @type {HTMLFormElement} */ (section.querySelector("form"));
    this.status = this.part(".calc-status");
    this.result = this.part(".calc-result");
    this.submitter = /** @type {HTMLButtonElement} */ (this.part('[type="submit"]'));
    this.download = /** @type {HTMLProgressElement} */ (this.part("progress"));
    markListed(section);
    const isTyped = tie(section);
    // Its buttons can be pressed by now.
    this.exampleAnswer = this.result.innerHTML;
    /** Counts questions, so that only the newest one's answer is shown. */
    this.turn = 0;
    this.editedSince = false;
    /** Is the answer that stands the reader's own, and do the next ones follow the typing? */
    this.isOwn = false;
    this.isFollowed = false;
    this.stateBefore = "example";
    this.listen();
    if (isTyped) this.enter("stale", NOT_YET);
  }

  listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.form.addEventListener("input", (event) => this.edited(event.target));
    this.form.addEventListener("refilled", (event) => this.edited(event.target));
    this.form.addEventListener("change", ({ target }) => checkLeft(this.slug, target));
    this.section.addEventListener("forgotten", () => this.begin(""));
    this.section.addEventListener("focusin", () => wake());
    this.section.addEventListener("pointerdown", () => wake());
    onAnotherDay(this.form, () => this.section.dataset.state === "ready" && this.submit());
    this.section.addEventListener("click", (event) => {
      const clicked = /** @type {HTMLElement} */ (event.target);
      markOpened(clicked);
      const button = clicked.closest("[data-action]");
      const { action = "", file = "" } = button instanceof HTMLElement ? button.dataset : {};
      if (action === "clear") this.clear();
      if (action === "example") this.begin("This is our example again.");
      if (action === "cancel") this.cancel();
      if (action === "retry") this.submit();
      if (/^(copy|save|print)/.test(action)) use(this.section, action, file, this.current, this.say);
      if (action === "take") take(this.section, /** @type {HTMLElement} */ (button));
    });
  }

  /** @param {string} selector @returns {HTMLElement} */
  part(selector) {
    return /** @type {HTMLElement} */ (this.section.querySelector(selector));
  }

  get answer() {
    return this.part(".calc-answer");
  }

  /**
   * What becomes of a copy or a file stands beside its button too, where the eye is.
   * @param {string} message
   */
  say = (message) => {
    this.status.textContent = message;
    this.part(".calc-said").textContent = message;
  };

  /** @param {string} state @param {string} message */
  enter(state, message) {
    this.section.dataset.state = state;
    delete this.section.dataset.changing;
    this.part(".calc-said").textContent = "";
    this.status.textContent = message;
    this.button("copy").disabled = !this.isCurrent;
    this.button("cancel").hidden = state !== "loading";
    this.button("retry").hidden = true;
    this.download.hidden = state !== "loading";
  }

  /** @param {string} action */
  button(action) {
    return /** @type {HTMLButtonElement} */ (this.part(`[data-action="${action}"]`));
  }

  async submit() {
    const turn = (this.turn += 1);
    const asker = document.activeElement;
    const state = this.section.dataset.state ?? "";
    if (state !== "loading" && state !== "busy") this.stateBefore = state;
    this.editedSince = false;
    clearProblems(this.section);
    this.enter(isReady() ? "busy" : "loading", isReady() ? "" : LOADING);
    const sayIt = () => turn === this.turn && (this.status.textContent = WORKING);
    const working = isReady() ? window.setTimeout(sayIt, SOON) : 0;
    // It is there before the answer is.
    import("./live.js").catch(() => undefined);
    const stopWatching = showDownload(this.download, this.status);
    try {
      const { reply, html } = await ask(this.slug, { answers: answersIn(this.form) });
      if (turn !== this.turn) return;
      if (reply?.ok) this.lead(html ?? "", reply.questions ?? [], asker);
      else this.refuse(reply?.errors ?? []);
    } catch (error) {
      if (turn === this.turn) this.fail(whyNot(error));
    } finally {
      window.clearTimeout(working);
      stopWatching();
    }
  }

  /**
   * An answer that the reader asked for by the button: it takes the focus and comes into view.
   * @param {string} html
   * @param {Doubt[]} doubts
   * @param {Element | null} asker where the focus was when the reader asked
   */
  lead(html, doubts, asker) {
    this.show(html, doubts);
    // The focus goes where the eye goes, unless the reader has gone elsewhere by now. It also takes
    // a phone's keyboard away, which would cover the answer.
    const stayed = [asker, document.body].includes(document.activeElement);
    if (stayed && !this.editedSince) this.result.focus({ preventScroll: true });
    this.part(".calc-headline").scrollIntoView({ block: "nearest" });
    remember();
    this.follow();
  }

  /**
   * @param {string} html made and escaped by core/pages
   * @param {Doubt[]} [doubts]
   */
  show(html, doubts = []) {
    const said = putAnswer(this.section, this.result, html);
    showQuestions(this.section, doubts);
    this.isOwn = true;
    if (this.editedSince) this.enter("stale", `${said} ${SINCE}`);
    else this.enter("ready", said);
    performance.mark("calculator:answer");
  }

  /** From the first answer on, but for a letter: its text is looked at line by line. */
  async follow() {
    if (this.answer.querySelector(".letter-sheet")) return;
    // Without it the next answer comes by the button too.
    const live = await import("./live.js").catch(() => null);
    this.isFollowed = live !== null;
    live?.follow(this);
  }

  /** @param {import("./messages.js").FieldError[]} errors */
  refuse(errors) {
    this.enter("error", "");
    showProblems(this.section, errors);
  }

  /** @param {string} why */
  fail(why) {
    this.enter("error", why);
    this.button("retry").hidden = false;
  }

  cancel() {
    this.turn += 1;
    stop("cancelled");
    // The button that was pressed goes away.
    this.submitter.focus({ preventScroll: true });
    this.enter(this.stateBefore, "Cancelled. Your figures are still here.");
  }

  /** @param {EventTarget | null} target */
  edited(target) {
    const box = /** @type {HTMLInputElement} */ (target);
    clearQuestion(box);
    this.editedSince = true;
    if (this.isCurrent) this.enter("stale", this.isFollowed && this.isOwn ? "" : NOT_YET);
  }

  /** @returns {Promise<boolean>} whether the answer is for what was typed: if need be, it is asked for */
  current = async () => {
    if (!this.isCurrent) await this.submit();
    return this.isCurrent;
  };

  get isCurrent() {
    return ["ready", "example"].includes(this.section.dataset.state ?? "");
  }

  clear() {
    empty(this.section);
    this.begin("All boxes are empty, and the answer is our example again.");
    boxesIn(this.form)[0]?.focus();
  }

  /**
   * As the page came: nobody's figures are in the answer.
   * @param {string} message
   */
  begin(message) {
    this.turn += 1;
    this.section.querySelector(".paper-ask")?.remove();
    clearProblems(this.section);
    clearQuestions(this.section);
    this.result.innerHTML = this.exampleAnswer;
    this.section.querySelector("details.calc-slid")?.remove();
    this.isOwn = false;
    markListed(this.section);
    this.enter("example", message);
  }
}
