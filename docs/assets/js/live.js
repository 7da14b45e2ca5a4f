// After a first answer the next ones follow the typing. The last one stays, marked as changing, until
// the typing rests; then Python is asked. What it refuses leaves the last answer, out of date, and no
// error: that waits until the reader leaves the box or presses the button.

import { answersIn } from "./boxes.js";
import { ask, isReady } from "./engine.js";
import { NOT_YET } from "./calculator.js";
import { released } from "./pointer.js";
import { slides } from "./slides.js";

/** @typedef {import("./calculator.js").Calculator} Calculator */

// So long without a key, and a number is whole.
const REST = 500;
// "9." will be "9.25": nobody rests there.
const HALF = /[.,]\s*$/;

/** @type {WeakSet<Calculator>} */
const followed = new WeakSet();

/** @param {Calculator} calculator with each answer that was asked for by the button */
export function follow(calculator) {
  const { section, form } = calculator;
  slides(calculator);
  if (followed.has(calculator)) return;
  followed.add(calculator);
  let resting = 0;
  const wait = (/** @type {Event} */ { target }) => {
    window.clearTimeout(resting);
    const box = /** @type {HTMLInputElement} */ (target);
    if (!calculator.isOwn || section.dataset.state !== "stale" || !isReady()) return;
    section.dataset.changing = "";
    if (HALF.test(box.value)) return;
    resting = window.setTimeout(() => rest(calculator), REST);
  };
  form.addEventListener("input", wait);
  form.addEventListener("refilled", wait);
}

/** @param {Calculator} calculator */
async function rest(calculator) {
  const { section, slug } = calculator;
  await released();
  // Asked by the button meanwhile, or gone back to the example.
  if (!section.isConnected || section.dataset.state !== "stale") return;
  performance.mark("calculator:rest");
  const turn = (calculator.turn += 1);
  calculator.editedSince = false;
  const isNewest = () => turn === calculator.turn && !calculator.editedSince;
  try {
    const { reply, html } = await ask(slug, { answers: answersIn(calculator.form) });
    if (!isNewest()) return;
    if (reply?.ok) keepOpen(calculator, html ?? "", reply.questions ?? []);
    else calculator.enter("stale", NOT_YET);
  } catch {
    // Python has stopped: the button will say so.
    if (isNewest()) calculator.enter("stale", NOT_YET);
  }
}

/**
 * Shows an answer in which what the reader has opened in the last one is open.
 * @param {Calculator} calculator
 * @param {string} html
 * @param {import("./messages.js").Doubt[]} doubts
 */
function keepOpen(calculator, html, doubts) {
  const { result } = calculator;
  const words = (/** @type {Element} */ each) => each.querySelector("summary")?.textContent;
  const opened = new Set([...result.querySelectorAll("details[open]")].map(words));
  calculator.show(html, doubts);
  slides(calculator);
  for (const each of result.querySelectorAll("details")) each.open = opened.has(words(each));
}
