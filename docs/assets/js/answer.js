// What a reader can do with an answer that stands on the page: copy it, save it, its tables, its dates.

import { isReady, save } from "./engine.js";
import { handOver } from "./file.js";
import { hold } from "./household.js";
import { NO_PAPER, whyNot } from "./progress.js";
import { today } from "./today.js";

/** Answers that a file is being made of: pressing twice makes no second one. */
const saving = new WeakSet();

/**
 * The theme opens every folded part when printing; a long table is printed only if the reader
 * opened it. A click comes before the part opens or closes.
 * @param {HTMLElement} clicked
 */
export function markOpened(clicked) {
  const details = clicked.closest("summary")?.closest("details");
  details?.toggleAttribute("data-opened", !details.open);
}

/**
 * Print leaves out an answer's sources that the page lists at its end.
 * @param {HTMLElement} section
 */
export function markListed(section) {
  for (const entry of section.querySelectorAll("[data-source]")) {
    const id = entry.getAttribute("data-source") ?? "";
    entry.toggleAttribute("data-listed", document.getElementById(id) !== null);
  }
}

/**
 * Puts a new answer in the place of the last, and holds those of its figures that other forms want.
 * @param {HTMLElement} section
 * @param {HTMLElement} result
 * @param {string} html made and escaped by core/pages
 * @returns {string} what it says first, for the ear
 */
export function putAnswer(section, result, html) {
  replaceAnswer(result, html);
  for (const each of result.querySelectorAll("[data-travels]")) {
    const { figure = "", travels = "" } = /** @type {HTMLElement} */ (each).dataset;
    hold(figure, travels, section.dataset.name ?? "");
  }
  markListed(section);
  const first = [...result.querySelectorAll(".calc-headline, .calc-number")];
  return first.map((each) => each.textContent).join(" ");
}

/**
 * What is printed, and a letter that is saved, is what was typed: it is worked out first, and what is
 * wrong is said instead.
 * @param {HTMLElement} section
 * @param {string} action
 * @param {string} file
 * @param {() => Promise<boolean>} current
 * @param {(message: string) => void} say
 */
export async function use(section, action, file, current, say) {
  const slug = section.dataset.calculator ?? "";
  const answer = () => /** @type {HTMLElement} */ (section.querySelector(".calc-answer"));
  const isLetter = answer().querySelector(".letter-sheet");
  if (action === "copy") return copyAnswer(answer(), say);
  if ((isLetter || action !== "save") && !(await current())) return;
  if (action === "save") return saveAnswer(slug, answer(), file, say);
  const paper = await import("./paper.js").catch(() => null);
  if (!paper) say(NO_PAPER);
  else if (isLetter) paper.printLetter(answer());
  else paper.askToPrint(section, slug, say);
}

/**
 * A letter is copied as it is; an answer says on which day, under its title.
 * @param {HTMLElement} answer
 * @param {(message: string) => void} say
 */
export async function copyAnswer(answer, say) {
  const text = answer.dataset.copy ?? "";
  const dated = text.replace("\n", `\nCopied on ${today()}\n`);
  try {
    await navigator.clipboard.writeText(answer.querySelector(".letter-sheet") ? text : dated);
    say("Copied.");
  } catch {
    say("This browser does not let us copy. Select the answer instead.");
  }
}

/**
 * Has Python make a file of the answer's own figures, whatever the boxes hold by now, and hands it
 * to the browser. Nothing leaves the device.
 * @param {string} slug
 * @param {HTMLElement} answer
 * @param {string} file
 * @param {(message: string) => void} say
 */
export async function saveAnswer(slug, answer, file, say) {
  if (saving.has(answer)) return;
  saving.add(answer);
  say(isReady() ? "Making the file." : "Getting the calculator ready. This is needed once.");
  try {
    const made = await save(slug, answer.dataset.inputs ?? "", file, today());
    handOver(made.name ?? "", new Blob([made.text ?? ""], { type: made.media_type }));
    const since = answer.closest('[data-state="stale"]');
    const which = since ? " It holds the answer above, not what you have changed since." : "";
    say(`Saved on this device as ${made.name}.${which}`);
  } catch (error) {
    say(`The file could not be made. ${whyNot(error)}`);
  } finally {
    saving.delete(answer);
  }
}

/** @param {HTMLElement} result @returns {HTMLInputElement[]} */
const picksIn = (result) => [...result.querySelectorAll("input[data-pick]")].filter(isBox);

/** @param {Element} each @returns {each is HTMLInputElement} */
const isBox = (each) => each instanceof HTMLInputElement;

/**
 * Puts a new answer in place of the one before, and picks what was picked by hand.
 * @param {HTMLElement} result
 * @param {string} html made and escaped by core/pages
 */
function replaceAnswer(result, html) {
  const before = picksIn(result);
  const byHand = before.some((box) => box.checked !== box.defaultChecked);
  const picked = new Map(before.map((box) => [box.dataset.pick, box.checked]));
  result.innerHTML = html;
  for (const box of byHand ? picksIn(result) : []) {
    box.checked = picked.get(box.dataset.pick) ?? box.checked;
  }
}
