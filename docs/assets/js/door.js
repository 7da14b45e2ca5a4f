// The front door: asks one question after another, as the graph in the page says, and shows the plan.
// Needs no Python. Answers are kept by name and stand in no address: that holds a question's place only.

import { Flow, answerTo, copies } from "./flow.js";
import { news } from "./household.js";
import { lead } from "./page.js";
import { joinPlan, leavePlan } from "./plan.js";

/** @typedef {import("./flow.js").Step} Step */

const PLAN = "#plan";
/** @type {Door | null} */
let current = null;

/** @param {HTMLElement} root */
export function attachDoor(root) {
  if (current?.root !== root) current = new Door(root);
}

// What was chosen in another tab, or forgotten.
for (const each of ["changed", "forgotten"]) {
  news.addEventListener(each, () => current?.root.isConnected && current.refresh());
}
window.addEventListener("hashchange", () => current?.root.isConnected && current.follow());

class Door {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.flow = new Flow(root);
    this.asked = this.part(".door-question");
    this.plan = this.part("[data-plan]");
    this.early = location.hash === PLAN;
    root.addEventListener("click", (event) => this.pressed(event));
    const steps = this.flow.steps();
    this.at = this.wanted() ?? steps.length - 1;
    /** The places that Back leads through, as far as this page knows. */
    this.trail = [location.hash];
    if (this.at > 0) this.replace(this.at);
    this.show(false);
  }

  /** @param {string} selector @returns {HTMLElement} */
  part(selector) {
    return /** @type {HTMLElement} */ (this.root.querySelector(selector));
  }

  /** @param {number} at @returns {string} */
  address(at) {
    const step = this.flow.steps()[at];
    if (step && !step.question) return PLAN;
    return at > 0 ? `#question-${at + 1}` : "";
  }

  /** @returns {number | null} the place that the address names */
  wanted() {
    const steps = this.flow.steps();
    if (location.hash === PLAN) return steps.length - 1;
    const at = steps.findIndex((_, place) => place > 0 && this.address(place) === location.hash);
    return at > 0 ? at : null;
  }

  follow() {
    const at = location.hash === "" ? 0 : this.wanted();
    if (at === null) return;
    if (this.trail.at(-2) === location.hash) this.trail.pop();
    else this.trail.push(location.hash);
    this.early = location.hash === PLAN;
    this.at = at;
    this.show(true);
  }

  refresh() {
    const steps = this.flow.steps();
    if (!steps[this.at]) this.replace((this.at = steps.length - 1));
    this.show(false);
  }

  /** @param {number} at */
  replace(at) {
    history.replaceState(history.state, "", this.address(at) || location.pathname);
    this.trail[this.trail.length - 1] = location.hash;
  }

  /** @param {number} at @param {boolean} [early] the plan before the last answer */
  go(at, early = false) {
    this.at = at;
    this.early = early;
    history.pushState(null, "", early ? PLAN : this.address(at) || location.pathname);
    this.trail.push(location.hash);
    this.show(true);
  }

  /** @param {MouseEvent} event */
  pressed(event) {
    const target = event.target instanceof Element ? event.target : null;
    const button = /** @type {HTMLElement | null} */ (
      target?.closest("[data-choice], [data-change], [data-go]")
    );
    if (!button) return;
    const { choice, change, go } = button.dataset;
    if (choice !== undefined) {
      event.preventDefault();
      this.flow.answer(this.flow.steps()[this.at]?.question ?? "", choice);
      this.go(this.flow.steps().length - 1);
    }
    if (change !== undefined) this.go(this.flow.steps().findIndex((step) => step.question === change));
    if (go === "back") this.back();
    if (go === "plan") this.go(this.flow.steps().length - 1, true);
    if (go === "again") this.again();
  }

  back() {
    const to = this.early ? this.at : this.at - 1;
    if (this.trail.at(-2) === (this.address(to) || "")) return history.back();
    this.early = false;
    this.at = to;
    this.replace(to);
    this.show(true);
  }

  again() {
    for (const { question } of this.flow.steps().reverse()) if (question) this.flow.answer(question, "");
    this.go(0);
  }

  /** @param {boolean} focus whether the reader has just asked for it */
  show(focus) {
    const steps = this.flow.steps();
    const step = /** @type {Step} */ (steps[this.at]);
    const { question } = step;
    const isPlan = !question || Boolean(this.early && this.at > 0);
    const cards = step.cards.map((at) => /** @type {HTMLElement} */ (this.flow.cards[at]));
    this.asked.hidden = isPlan;
    this.plan.hidden = !isPlan;
    this.showFirst(isPlan ? [] : cards);
    if (isPlan) this.showPlan(cards);
    else this.ask(/** @type {string} */ (question), step.arrows);
    this.showSaid(steps, isPlan, question);
    this.root.dataset.step = isPlan ? "plan" : (question ?? "");
    if (isPlan) joinPlan(this.plan, this.root.dataset.base ?? "", this.flow.answers());
    else leavePlan();
    if (!focus) return;
    lead(this.part(isPlan ? "[data-plan] h2" : ".door-question h2"));
    this.root.scrollIntoView({ block: "start" });
  }

  /** @param {string} question @param {Step["arrows"]} arrows */
  ask(question, arrows) {
    const shown = /** @type {HTMLElement} */ (this.flow.form(question)?.cloneNode(true));
    const answer = answerTo(question);
    for (const button of shown.querySelectorAll("[data-choice]")) {
      const { choice = "" } = /** @type {HTMLElement} */ (button).dataset;
      if (!(choice in arrows) && !("skip" in arrows)) button.parentElement?.remove();
      if (choice === answer) button.setAttribute("aria-pressed", "true");
    }
    const tools = document.createElement("p");
    tools.className = "door-tools";
    tools.hidden = this.at === 0;
    tools.append(tool("back", "Back"), tool("plan", "See my plan now"));
    this.asked.dataset.question = question;
    this.asked.replaceChildren(shown, tools);
    const heading = shown.querySelector("h2");
    if (!this.part(".door-first").hidden) heading?.setAttribute("aria-describedby", "do-this-first");
  }

  /** @param {HTMLElement[]} cards what to do first, beside a question */
  showFirst(cards) {
    const first = cards.filter(({ dataset }) => dataset.part === "today");
    const place = this.part(".door-first");
    place.id = "do-this-first";
    place.hidden = first.length === 0;
    const heading = document.createElement("h2");
    heading.textContent = "Do this first";
    place.replaceChildren(heading, ...copies(first, cards));
  }

  /** @param {HTMLElement[]} cards */
  showPlan(cards) {
    const page = /** @type {HTMLAnchorElement} */ (this.part("[data-state-page]"));
    const chosen = answerTo("state");
    /** @type {HTMLElement} */ (page.parentElement).hidden = !chosen || chosen === "skip";
    page.hash = chosen.toLowerCase().replaceAll(" ", "-");
    for (const place of this.plan.querySelectorAll("[data-plan-part]")) {
      const { planPart } = /** @type {HTMLElement} */ (place).dataset;
      const fit = cards.filter(({ dataset }) => dataset.part === planPart);
      place.toggleAttribute("hidden", fit.length === 0);
      const list = place.matches(".plan-cards") ? place : place.querySelector(".plan-cards");
      list?.replaceChildren(...copies(fit, cards));
    }
  }

  /** @param {Step[]} steps @param {boolean} isPlan @param {string | null} now the question asked */
  showSaid(steps, isPlan, now) {
    const items = steps.flatMap(({ question }) => {
      const said = question ? this.flow.chosen(question)?.dataset.said : undefined;
      if (!question || (question === now && !isPlan) || !said) return [];
      const item = document.createElement("li");
      const change = tool("", "Change");
      change.dataset.change = question;
      delete change.dataset.go;
      change.setAttribute("aria-label", `Change: ${said}`);
      item.append(`${said} `, change);
      return [item];
    });
    const answers = /** @type {HTMLDetailsElement} */ (this.part(".door-answers"));
    answers.hidden = items.length === 0;
    // Over the plan as one line; under a question, where it is in nobody's way, as a list.
    answers.open = !isPlan;
    if (isPlan) this.part("[data-plan] h2").after(answers);
    else this.asked.after(answers);
    this.part(".door-said").replaceChildren(...items);
  }
}

/** @param {string} go @param {string} words */
function tool(go, words) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "door-tool";
  button.dataset.go = go;
  button.textContent = words;
  return button;
}
