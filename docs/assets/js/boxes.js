// Ties the boxes of a form to the household: they start from what the reader has said anywhere, say
// where it came from, and what is typed in them goes back at once. Needs no Python.

import { isOld } from "./figures.js";
import { before, figures, hold, news } from "./household.js";
import { letPress } from "./page.js";
import { takeToday } from "./today.js";

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Box */
/** @typedef {import("./household.js").Figure} Figure */

// A letter's paragraph is offered by its beginning.
const SHORT = 60;
const MONTHS = (
  " January February March April May June July August September October November December"
).split(" ");

/**
 * @param {Element} part of a page: its name is what the boxes of others say a figure is from
 * @returns {Box[]}
 */
export function boxesIn(part) {
  return /** @type {Box[]} */ ([...part.querySelectorAll("[data-keep]:not(button)")]);
}

/** @param {HTMLElement} section @returns {boolean} whether the reader has said anything of it */
export function tie(section) {
  letPress(section);
  for (const box of boxesIn(section)) {
    // Typed before this script was there.
    if (box.value !== ofPage(box)) note(box);
    else fill(box);
  }
  section.addEventListener("input", ({ target }) => {
    const box = /** @type {Box} */ (target);
    if (box.dataset.keep) note(box);
  });
  section.addEventListener("focusin", ({ target }) => select(/** @type {Element} */ (target)));
  return boxesIn(section).some((box) => figures().has(keyOf(box)));
}

/**
 * @param {HTMLFormElement} form
 * @returns {Record<string, string>} what every box holds, typed or not, and the page's own
 */
export function answersIn(form) {
  takeToday(form);
  const named = [...form.elements].filter((each) => each.getAttribute("name"));
  return Object.fromEntries(/** @type {Box[]} */ (named).map((box) => [box.name, box.value]));
}

/** @param {HTMLElement} section every box as it was before anyone typed, here and on other forms */
export function empty(section) {
  reset(boxesIn(section));
  for (const box of boxesIn(section)) {
    hold(keyOf(box), "", "");
    explain(box);
  }
}

/** @param {Box} box @returns {string} what it holds on a page that nobody has typed in */
function ofPage(box) {
  if (!(box instanceof HTMLSelectElement)) return box.defaultValue;
  return [...box.options].find((option) => option.defaultSelected)?.value ?? box.options[0]?.value ?? "";
}

/** @param {Box[]} boxes whole forms of them */
function reset(boxes) {
  for (const form of new Set(boxes.map((box) => box.form))) form?.reset();
}

/** @param {Box} box */
const keyOf = (box) => box.dataset.keep ?? "";

/** @param {Box} box */
const nameOf = (box) => /** @type {HTMLElement} */ (box.closest("[data-name]")).dataset.name ?? "";

/** Holds what the reader has typed or chosen, for all other boxes of that name too. @param {Box} box */
function note(box) {
  hold(keyOf(box), box.value, nameOf(box));
  explain(box);
  const others = boxesIn(document.body).filter((other) => other !== box);
  for (const other of others) {
    if (other.dataset.keep === box.dataset.keep) refill(other);
    else if (other.dataset.like) explain(other);
  }
}

/** @param {Box} box */
function fill(box) {
  const figure = figures().get(keyOf(box));
  box.value = figure?.text ?? ofPage(box);
  // A list has not every answer that a file may hold.
  if (box instanceof HTMLSelectElement && box.selectedIndex < 0) box.value = ofPage(box);
  if (figure) box.closest("details.calc-group")?.setAttribute("open", "");
  explain(box);
}

/** @param {Box} box what its form stands for is no longer what it holds */
function refill(box) {
  const was = box.value;
  fill(box);
  if (box.value !== was) box.dispatchEvent(new CustomEvent("refilled", { bubbles: true }));
}

/** Says where a figure came from, or what may be meant in an empty box. @param {Box} box */
function explain(box) {
  const figure = figures().get(keyOf(box));
  box.closest(".calc-field")?.toggleAttribute("data-held", Boolean(figure));
  const place = document.getElementById(`${box.id}-origin`);
  const [words, text] = figure ? origin(box, figure) : suggestion(box);
  place?.replaceChildren(words, ...(text ? [" ", button(box, text)] : []));
  place?.toggleAttribute("hidden", !words);
}

/** @param {Box} box @param {Figure} figure @returns {[string, string]} and what can be put back */
function origin(box, figure) {
  const here = before(keyOf(box));
  if (here) return [`Changed in another tab. Here it was: ${shown(box, here)}.`, here];
  const from = figure.from && figure.from !== nameOf(box) ? `From: ${figure.from}. ` : "";
  const old = isOld(figure.day) ? `Written on ${inWords(figure.day)}. Is it still right?` : "";
  return [(from + old).trim(), ""];
}

/** @param {Box} box @returns {[string, string]} the newest figure of a like meaning */
function suggestion(box) {
  const names = (box.dataset.like ?? "").split(" ").filter(Boolean);
  const like = [...figures()].filter(([key]) =>
    names.some((name) => key === name || (name.startsWith("*:") && key.endsWith(name.slice(1)))),
  );
  const newest = like.sort(([, one], [, other]) => (one.day < other.day ? 1 : -1))[0]?.[1];
  const fits = newest && shown(box, newest.text);
  return fits ? [`Is it the same as in: ${newest.from || "your file"}?`, newest.text] : ["", ""];
}

/** @param {Box} box @param {string} text @returns {string} as a reader knows it, empty if unknown */
function shown(box, text) {
  if (!(box instanceof HTMLSelectElement)) return text;
  return [...box.options].find(({ value }) => value === text)?.label ?? "";
}

/** @param {Box} box @param {string} text */
function button(box, text) {
  const words = shown(box, text);
  const made = document.createElement("button");
  made.type = "button";
  made.className = "calc-take";
  made.textContent = `Use ${words.length > SHORT ? `${words.slice(0, SHORT)}…` : words}`;
  made.addEventListener("click", () => {
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.focus();
  });
  return made;
}

/** @param {string} day ISO text @returns {string} as a person says it: November 26, 2026 */
function inWords(day) {
  const [year, month, date] = day.split("-").map((each) => each.replace(/^0/, ""));
  return `${MONTHS[+month]} ${date}, ${year}`;
}

/**
 * What is typed into a filled box takes the place of what is there; words are rather added to.
 * @param {Element} box
 */
function select(box) {
  if (!(box instanceof HTMLInputElement) || !box.value || box.closest(".calc-own, .calc-slide")) return;
  box.select();
  // The finger that tapped it would set the caret when it is lifted.
  box.addEventListener("pointerup", (event) => event.preventDefault(), { once: true });
  box.addEventListener("mouseup", (event) => event.preventDefault(), { once: true });
}

news.addEventListener("changed", () => {
  for (const box of boxesIn(document.body)) refill(box);
});
news.addEventListener("forgotten", () => {
  reset(boxesIn(document.body));
  for (const box of boxesIn(document.body)) explain(box);
});
