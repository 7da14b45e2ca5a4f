// On a phone, a long form would stand between a reader and the answer each time. Once there is one, a
// line stands for what was typed, and a button opens the boxes again. Nothing of the form is lost.

import { answersIn } from "./boxes.js";

/** @typedef {HTMLInputElement | HTMLSelectElement} Box */

const PHONE = matchMedia("(max-width: 37.49em)");
// In screens: a shorter form is no trouble.
const LONG = 2;

/** @param {HTMLElement} section whose answer has come */
export function foldForm(section) {
  openForm(section);
  const form = formOf(section);
  if (!PHONE.matches || form.offsetHeight < LONG * innerHeight) return;
  const list = document.createElement("ul");
  const words = document.createElement("summary");
  words.textContent = "What you typed";
  const fold = document.createElement("details");
  fold.append(words, list);
  fold.addEventListener("toggle", () => {
    list.replaceChildren(...Object.keys(answersIn(form)).flatMap((name) => lineOf(section, name)));
  });
  const button = document.createElement("button");
  button.type = "button";
  button.className = "md-button";
  button.textContent = "Change what you typed";
  button.addEventListener("click", () => {
    openForm(section);
    /** @type {HTMLElement | null} */ (form.querySelector("[data-keep]"))?.focus();
  });
  const typed = document.createElement("div");
  typed.className = "calc-typed";
  typed.append(button, fold);
  form.before(typed);
  form.hidden = true;
}

/** @param {HTMLElement} section */
export function openForm(section) {
  section.querySelector(".calc-typed")?.remove();
  formOf(section).hidden = false;
}

/** @param {HTMLElement} section */
const formOf = (section) => /** @type {HTMLFormElement} */ (section.querySelector("form"));

/**
 * What a box asks and what it holds, as its reader sees it; nothing of an empty one.
 * @param {HTMLElement} section
 * @param {string} name
 */
function lineOf(section, name) {
  const box = /** @type {Box} */ (section.querySelector(`form [name="${name}"]`));
  const label = box.labels?.[0]?.firstChild?.textContent?.trim();
  if (!label || !box.value) return [];
  const held = box instanceof HTMLSelectElement ? box.selectedOptions[0]?.label : box.value;
  const [before, after] = ["previous", "next"].map((side) => unit(box, side)?.textContent ?? "");
  const line = document.createElement("li");
  const value = document.createElement("strong");
  value.textContent = `${before}${held}${after && ` ${after}`}`;
  line.append(`${label}: `, value);
  return [line];
}

/** The sign before a box, or the unit after it. @param {Box} box @param {string} side */
function unit(box, side) {
  const parts = [...(box.parentElement?.querySelectorAll(":scope > span:not(.ear)") ?? [])];
  const where = side === "next" ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  return parts.find((part) => box.compareDocumentPosition(part) & where);
}

PHONE.addEventListener("change", () => {
  for (const typed of document.querySelectorAll(".calc-typed")) {
    openForm(/** @type {HTMLElement} */ (typed.parentElement));
  }
});
