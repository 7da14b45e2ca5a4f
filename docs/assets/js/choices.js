// Which choices a reader has picked to look at stays so when the answer is worked out anew.

/** @param {HTMLElement} result @returns {HTMLInputElement[]} */
const picksIn = (result) => [...result.querySelectorAll("input[data-pick]")].filter(isBox);

/** @param {Element} each @returns {each is HTMLInputElement} */
const isBox = (each) => each instanceof HTMLInputElement;

/**
 * Puts a new answer in place of the one before, and picks what was picked by hand.
 * @param {HTMLElement} result
 * @param {string} html made and escaped by core/pages
 */
export function replaceAnswer(result, html) {
  const before = picksIn(result);
  const byHand = before.some((box) => box.checked !== box.defaultChecked);
  const picked = new Map(before.map((box) => [box.dataset.pick, box.checked]));
  result.innerHTML = html;
  for (const box of byHand ? picksIn(result) : []) {
    box.checked = picked.get(box.dataset.pick) ?? box.checked;
  }
}
