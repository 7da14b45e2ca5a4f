// Shows what is doubted about what was typed, at its box: the answer stands, and one tap takes the
// suggestion.

/** @typedef {import("./messages.js").Doubt} Doubt */
/** @typedef {HTMLInputElement | HTMLSelectElement} Box */

/** @param {HTMLElement} section @param {Doubt[]} doubts */
export function showQuestions(section, doubts) {
  clearQuestions(section);
  for (const { field, message, suggestion } of doubts) {
    const place = placeOf(section, field);
    if (!place) continue;
    place.textContent = message;
    const button = section.querySelector(`.calc-asked [data-field="${field}"]`);
    if (suggestion && button) place.append(" ", button.cloneNode(true));
    place.hidden = false;
  }
}

/** @param {HTMLElement} section */
export function clearQuestions(section) {
  for (const place of section.querySelectorAll(".calc-question")) clear(place);
}

/** @param {Box} box what was asked about it no longer holds */
export function clearQuestion(box) {
  clear(document.getElementById(`${box.id}-question`));
}

/**
 * Puts a suggestion into its box, and asks again.
 * @param {HTMLElement} section
 * @param {HTMLElement} button
 */
export function take(section, button) {
  const box = boxOf(section, button.dataset.field ?? "");
  if (!box) return;
  box.value = button.dataset.value ?? "";
  box.dispatchEvent(new Event("input", { bubbles: true }));
  box.form?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
}

/** @param {HTMLElement} section @param {string} field */
function boxOf(section, field) {
  return /** @type {Box | null} */ (section.querySelector(`form [name="${field}"]`));
}

/** @param {HTMLElement} section @param {string} field */
function placeOf(section, field) {
  const box = boxOf(section, field);
  return box && document.getElementById(`${box.id}-question`);
}

/** @param {Element | null} place */
function clear(place) {
  place?.replaceChildren();
  place?.toggleAttribute("hidden", true);
}
