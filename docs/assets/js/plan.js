// Python's part of the plan: what the reader's own numbers add to the cards that stand there at once.
// It computes nothing: it asks, and shows what comes back.

import { saveAnswer } from "./answer.js";
import { askPlan } from "./engine.js";
import { all, set } from "./kept.js";
import { LOADING, whyNot } from "./progress.js";
import { today } from "./today.js";

const MATTERS = "plan:matters";
/** Counts askings, so that only the newest one's answer is shown. */
let turn = 0;

/** @param {HTMLElement} plan @param {string} base @param {Record<string, string>} answers */
export async function joinPlan(plan, base, answers) {
  turn += 1;
  const mine = turn;
  const part = /** @type {HTMLElement} */ (plan.querySelector("[data-plan-figures]"));
  const status = /** @type {HTMLElement} */ (plan.querySelector(".plan-status"));
  part.oninput = ({ target }) => {
    const box = /** @type {HTMLInputElement} */ (target);
    set(box.name, box.value);
  };
  part.onchange = () => joinPlan(plan, base, answers);
  part.onclick = ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    const { matters, planCalendar: calendar } = button?.dataset ?? {};
    const dates = button?.parentElement;
    if (matters) set(MATTERS, matters);
    if (matters) joinPlan(plan, base, answers);
    const say = (/** @type {string} */ message) => (status.textContent = message);
    if (calendar && dates) saveAnswer(calendar, dates, "dates.ics", say);
  };
  status.textContent = part.hidden ? LOADING : "";
  try {
    const figures = all();
    const matters = figures[MATTERS] || "keep";
    const question = { answers, figures, today: today(), matters, base };
    const { reply, html } = await askPlan(question);
    if (mine !== turn) return;
    status.textContent = "";
    if (reply?.ok) show(part, html ?? "");
    const day = plan.querySelector(".plan-day");
    if (day) day.textContent = /** @type {any} */ (reply)?.day ?? "";
  } catch (error) {
    // The cards and their telephone links stand all the same.
    if (mine === turn) status.textContent = whyNot(error);
  }
}

/** What is asked for an earlier plan is not shown any more. */
export function leavePlan() {
  turn += 1;
}

/**
 * What a reader is typing, and where, stays.
 * @param {HTMLElement} part @param {string} html made and escaped by core/pages
 */
function show(part, html) {
  const at = /** @type {HTMLElement} */ (document.activeElement);
  const name = part.contains(at) ? at.getAttribute("name") : null;
  const matters = part.contains(at) ? at.dataset.matters : undefined;
  const old = name && at instanceof HTMLInputElement ? at : null;
  const caret = [old?.selectionStart ?? 0, old?.selectionEnd ?? 0];
  part.innerHTML = html;
  part.hidden = html === "";
  const box = part.querySelector(name ? `[name="${name}"]` : `[data-matters="${matters}"]`);
  if (box instanceof HTMLElement) box.focus({ preventScroll: true });
  if (!old || !(box instanceof HTMLInputElement)) return;
  const isAsked = box.value === old.value;
  box.value = old.value;
  box.setSelectionRange(caret[0], caret[1]);
  // The browser does not count what was typed into the box that is gone.
  if (!isAsked) box.onblur = () => box.dispatchEvent(new Event("change", { bubbles: true }));
}
