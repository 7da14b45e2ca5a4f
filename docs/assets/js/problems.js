// Shows what Python refused: a summary that takes focus, and each message at its box.

import { check, isReady } from "./engine.js";
import { released } from "./pointer.js";

/** @typedef {import("./messages.js").FieldError} FieldError */
/** @typedef {HTMLInputElement | HTMLSelectElement} Box */

/**
 * @param {Box} box
 * @param {string} message empty: nothing is wrong
 */
export function setProblem(box, message) {
  const place = document.getElementById(`${box.id}-error`);
  if (!place) return;
  place.textContent = message;
  place.hidden = !message;
  if (message) box.setAttribute("aria-invalid", "true");
  else box.removeAttribute("aria-invalid");
}

/**
 * Says what is wrong with a box that the reader has left.
 * @param {string} slug
 * @param {EventTarget | null} target
 */
export async function checkLeft(slug, target) {
  const box = /** @type {HTMLInputElement} */ (target);
  if (!isReady()) return;
  const { value } = box;
  try {
    const { message } = await check(slug, box.name, value);
    await released();
    if (box.value === value) setProblem(box, message ?? "");
  } catch {
    // Python has stopped: the form itself will say so when it is sent.
  }
}

/** @param {HTMLElement} section */
export function clearProblems(section) {
  summary(section).hidden = true;
  for (const box of section.querySelectorAll("[aria-invalid]")) {
    setProblem(/** @type {Box} */ (box), "");
  }
}

/** @param {HTMLElement} section @param {FieldError[]} errors */
export function showProblems(section, errors) {
  const lines = errors.map(({ field, message }) => {
    const box = /** @type {Box | null} */ (section.querySelector(`form [name="${field}"]`));
    if (box) setProblem(box, message);
    return line(box, message);
  });
  const list = /** @type {HTMLElement} */ (summary(section).querySelector("ul"));
  list.replaceChildren(...lines);
  summary(section).hidden = false;
  summary(section).focus();
}

/** @param {Box | null} box @param {string} message */
function line(box, message) {
  const item = document.createElement("li");
  if (!box) {
    item.textContent = message;
    return item;
  }
  const link = document.createElement("a");
  link.href = `#${box.id}`;
  link.textContent = `${box.labels?.[0]?.firstChild?.textContent?.trim() ?? ""}: ${message}`;
  link.addEventListener("click", (event) => {
    // The label, not only the box, should come into view; and no history entry is wanted.
    event.preventDefault();
    event.stopPropagation();
    box.closest("details")?.setAttribute("open", "");
    box.labels?.[0]?.scrollIntoView({ block: "start" });
    box.focus({ preventScroll: true });
  });
  item.append(link);
  return item;
}

/** @param {HTMLElement} section */
function summary(section) {
  return /** @type {HTMLElement} */ (section.querySelector(".calc-problems"));
}
