// Small things around a page's words: its language, a warning when it is overdue, where the focus goes on
// a new page, and what becomes of the lines of parts that are not ready.

/**
 * The script of a part is there: its line goes, and its buttons can be pressed. Who was in the line with
 * the keyboard is then at the first of them.
 * @param {ParentNode | null} part
 */
export function letPress(part) {
  const line = part?.querySelector("[data-unready]");
  const isIn = line?.contains(document.activeElement);
  line?.remove();
  const buttons = [...(part?.querySelectorAll(":disabled") ?? [])];
  for (const each of buttons) each.removeAttribute("disabled");
  if (isIn && buttons[0] instanceof HTMLElement) buttons[0].focus({ preventScroll: true });
}

// By then the browser has told a screen reader of the first focus, however much there is to tell.
const MOMENT = 250;

/**
 * Puts the focus on a heading that came in the place of what had the focus. It goes by way of what is
 * around it: told that the old place is gone, a screen reader has found the heading by itself, and says
 * nothing when the focus comes there too (Orca with Firefox).
 * @param {HTMLElement} heading
 */
export function lead(heading) {
  const around = /** @type {HTMLElement} */ (heading.parentElement);
  const isFree = around.tabIndex < 0;
  if (heading.tabIndex < 0) heading.tabIndex = -1;
  if (isFree) around.tabIndex = -1;
  // It is on the way, for the ear: nothing lights up.
  around.style.outline = "none";
  around.focus({ preventScroll: true });
  setTimeout(() => {
    if (around === document.activeElement) heading.focus({ preventScroll: true });
    if (isFree) around.removeAttribute("tabindex");
  }, MOMENT);
}

/** The page that is shown. */
let here = location.pathname;

/**
 * After the theme has put another page in this one's place: the focus goes to what the reader came
 * for, and a screen reader says that. The theme scrolls by itself.
 */
export function arrive() {
  if (location.pathname === here) return;
  here = location.pathname;
  const named = decodeURIComponent(location.hash.slice(1));
  const place = document.getElementById(named) ?? document.querySelector(".md-content h1");
  if (place instanceof HTMLElement) lead(place);
  // The theme may have gone to the named place before it was there: then no style knows that it is meant.
  const isMeant = named !== "" && place?.id === named;
  if (isMeant && !document.querySelector(":target")) location.replace(location.hash);
}

export function dressPage() {
  // The theme changes the words and not the language that they are in.
  const language = document.querySelector("[data-language]")?.getAttribute("data-language");
  document.documentElement.lang = language ?? "en";
  const today = new Date().toISOString().slice(0, "2026-11-23".length);
  for (const notice of document.querySelectorAll("[data-check-by]")) {
    const due = notice.getAttribute("data-check-by") ?? "";
    notice.toggleAttribute("hidden", today <= due);
  }
}
