// The questions of the front door as a graph that was made when the site was built: which one comes
// next, which cards the answers lead to, and what they mean in the boxes of the calculators.

import { get, set } from "./kept.js";

/**
 * @typedef {[number, number | number[], ...(number | Written)[]]} Written its kind, its cards, the next ones
 * @typedef {{kinds: [string | null, string[]][], start: Written}} Graph
 * @typedef {{question: string | null, cards: number[], arrows: {[answer: string]: Step}}} Step
 */

const PREFIX = "door:";

/** @param {string} question */
export const answerTo = (question) => get(PREFIX + question);

export class Flow {
  /** @param {HTMLElement} root the front door */
  constructor(root) {
    /** @param {string} name @returns {DocumentFragment} */
    const kept = (name) =>
      /** @type {HTMLTemplateElement} */ (root.querySelector(`template[data-${name}]`)).content;
    this.start = read(JSON.parse(kept("graph").textContent ?? ""));
    this.questions = kept("questions");
    this.cards = /** @type {HTMLElement[]} */ ([...kept("cards").children]);
  }

  /** @returns {Step[]} each question on the reader's way; the last is asked next, or is the plan */
  steps() {
    const steps = [];
    for (let at = /** @type {Step | undefined} */ (this.start); at; ) {
      steps.push(at);
      const answer = at.question ? answerTo(at.question) : "";
      // Every state leads on as no state does.
      at = answer ? (at.arrows[answer] ?? at.arrows.skip) : undefined;
    }
    return steps;
  }

  /** @param {string} question @returns {HTMLElement | null} its heading and all its choices */
  form(question) {
    return this.questions.querySelector(`[data-asks="${question}"]`);
  }

  /** @param {string} question @returns {HTMLElement | null} the button of its answer */
  chosen(question) {
    const choice = CSS.escape(answerTo(question));
    return choice ? (this.form(question)?.querySelector(`[data-choice="${choice}"]`) ?? null) : null;
  }

  /** @param {string} question @param {string} choice empty: none any more */
  answer(question, choice) {
    for (const name of Object.keys(this.meant(question))) set(name, "");
    set(PREFIX + question, choice);
    for (const [name, text] of Object.entries(this.meant(question))) set(name, text);
  }

  /** @param {string} question @returns {Record<string, string>} what its answer says in other boxes */
  meant(question) {
    return JSON.parse(this.chosen(question)?.dataset.means ?? "{}");
  }

  /** @returns {Record<string, string>} the answers on the reader's way, by question */
  answers() {
    const asked = this.steps().flatMap(({ question }) => question ?? []);
    return Object.fromEntries(asked.map((question) => [question, answerTo(question)]));
  }
}

/**
 * The graph as calculators/plan/graph.py writes it: what stood there before is how many back it was.
 * @param {Graph} graph @returns {Step} where everybody starts
 */
function read({ kinds, start }) {
  /** @type {number[][]} */
  const lists = [];
  /** @type {Step[]} */
  const steps = [];
  /** @param {Written} written @returns {Step} */
  const step = ([kind, list, ...ways]) => {
    if (typeof list !== "number") lists.push(list);
    const cards = /** @type {number[]} */ (typeof list === "number" ? lists[lists.length - list] : list);
    const [question, answers] = /** @type {Graph["kinds"][0]} */ (kinds[kind]);
    const next = ways.map((way) => (typeof way === "number" ? steps[steps.length - way] : step(way)));
    const arrows = Object.fromEntries(answers.map((answer, at) => [answer, /** @type {Step} */ (next[at])]));
    const made = { question, cards, arrows };
    steps.push(made);
    return made;
  };
  return step(start);
}

/**
 * Copies of some cards; what must stand on each card of the plan stands on them too.
 * @param {HTMLElement[]} cards @param {HTMLElement[]} all
 */
export function copies(cards, all) {
  const warning = all.find(({ dataset }) => dataset.warns !== undefined)?.querySelector("h3");
  const words = warning?.textContent ?? "";
  return cards.map((card) => {
    const copy = /** @type {HTMLElement} */ (card.cloneNode(true));
    if (!words || card.textContent?.includes(words.replace(/\.$/, ""))) return copy;
    const line = document.createElement("p");
    line.className = "card-warns";
    line.textContent = words;
    copy.querySelector("h3")?.after(line);
    return copy;
  });
}
