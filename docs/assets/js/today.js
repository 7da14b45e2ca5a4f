// The reader's own calendar day. Python has no clock: a form that asks for today has no box for it,
// and the page fills it in at each question.

/** Not the day in UTC, which is another one for hours of every day. @returns {string} as ISO text */
export function today() {
  const now = new Date();
  const day = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
  return /** @type {string} */ (day.toISOString().split("T")[0]);
}

/**
 * @param {HTMLFormElement} form
 * @returns {boolean} whether the form asks for today, and knew another day
 */
export function takeToday(form) {
  const place = form.querySelector('input[type="hidden"][name="today"]');
  const before = place?.getAttribute("value");
  place?.setAttribute("value", today());
  return place !== null && before !== place.getAttribute("value");
}

/**
 * A page may lie open past midnight, or come back from the browser's memory a day later.
 * @param {HTMLFormElement} form
 * @param {() => void} again
 */
export function onAnotherDay(form, again) {
  const look = () => {
    if (form.isConnected && document.visibilityState === "visible" && takeToday(form)) again();
  };
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pageshow", look);
}
