// “What if?”: sliders that move a copy of an answer's own figures. The boxes, and the answer that is
// copied, printed and saved, stay the reader's.

import { ask } from "./engine.js";

/** @typedef {import("./calculator.js").Calculator} Calculator */

// A finger on its way passes many values.
const REST = 150;

/** @param {Calculator} calculator whose new answer has just been put on the page */
export function slides(calculator) {
  const { section, result } = calculator;
  const last = section.querySelector("details.calc-slid");
  last?.remove();
  const place = result.querySelector("template.calc-slides");
  if (!(place instanceof HTMLTemplateElement)) return;
  result.after(place.content.cloneNode(true));
  const part = /** @type {HTMLDetailsElement} */ (section.querySelector("details.calc-slid"));
  part.open = last?.hasAttribute("open") ?? false;
  let resting = 0;
  /** @param {HTMLElement} row */
  const moved = (row) => {
    say(row);
    window.clearTimeout(resting);
    resting = window.setTimeout(() => work(calculator, part), REST);
  };
  for (const each of part.querySelectorAll(".calc-slide")) {
    const row = /** @type {HTMLElement} */ (each);
    const range = rangeOf(row);
    const [less, more] = row.querySelectorAll("button");
    less?.addEventListener("click", () => moved(stepped(row, () => range.stepDown())));
    more?.addEventListener("click", () => moved(stepped(row, () => range.stepUp())));
    range.addEventListener("input", () => moved(row));
    say(row);
  }
}

/** @param {HTMLElement} row */
const rangeOf = (row) => /** @type {HTMLInputElement} */ (row.querySelector("input"));

/** @param {HTMLElement} row @param {() => void} step */
function stepped(row, step) {
  step();
  return row;
}

/** @param {HTMLElement} row @param {"typed" | "texts"} voice @returns {string} where its slider is */
function at(row, voice) {
  return JSON.parse(row.dataset[voice] ?? "[]")[rangeOf(row).valueAsNumber];
}

/** The number that the slider stands for, to the eye and to the ear. @param {HTMLElement} row */
function say(row) {
  const text = at(row, "texts");
  rangeOf(row).setAttribute("aria-valuetext", text);
  /** @type {HTMLElement} */ (row.querySelector("strong")).textContent = text;
}

/** @param {Calculator} calculator @param {HTMLElement} part */
async function work({ slug, answer }, part) {
  const rows = /** @type {NodeListOf<HTMLElement>} */ (part.querySelectorAll(".calc-slide"));
  const there = () => [...rows].map((row) => rangeOf(row).value).join(" ");
  const before = there();
  const own = JSON.parse(answer.dataset.inputs ?? "{}");
  const moved = [...rows].map((row) => [row.dataset.field, at(row, "typed")]);
  try {
    const { reply, html } = await ask(slug, { answers: { ...own, ...Object.fromEntries(moved) } });
    // It may have been moved on, or the answer may have gone.
    if (!part.isConnected || before !== there()) return;
    const said = document.createElement("template");
    said.innerHTML = html ?? "";
    const first = [...said.content.querySelectorAll(".calc-headline, .calc-number")];
    const words = reply?.ok ? first : (reply?.errors ?? []).map(({ message }) => message);
    /** @type {HTMLElement} */ (part.querySelector(".calc-slid-to")).replaceChildren(...words);
  } catch {
    // Python has stopped: the form itself will say so when it is sent.
  }
}
