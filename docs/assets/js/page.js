// Small things around a page's words: printing, large print, dark, its language, a warning when it is
// overdue, and where the focus goes on a new page.

// What is kept on the device of these, and only because the reader pressed a button. theme.js
// reads it before anything else.
const SIZE = "large-print";
const COLORS = "colors";
const root = document.documentElement;

/** @param {boolean} large */
function setSize(large) {
  root.classList.toggle("large-print", large);
  for (const button of document.querySelectorAll('[data-tool="large"]')) {
    button.setAttribute("aria-pressed", String(large));
  }
}

/** @param {string} name @param {string} value "" keeps nothing */
function keep(name, value) {
  try {
    if (value) localStorage.setItem(name, value);
    else localStorage.removeItem(name);
  } catch {
    // A browser that keeps nothing still shows this page so.
  }
}

/** @returns {boolean} the reader's choice, else the device's */
function isDark() {
  const chosen = root.dataset.colors;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function showDark() {
  for (const button of document.querySelectorAll('[data-tool="dark"]')) {
    button.setAttribute("aria-pressed", String(isDark()));
  }
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
  if (!(place instanceof HTMLElement)) return;
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

export function dressPage() {
  setSize(root.classList.contains("large-print"));
  showDark();
  // The theme changes the words and not the language that they are in.
  const language = document.querySelector("[data-language]")?.getAttribute("data-language");
  root.lang = language ?? "en";
  const today = new Date().toISOString().slice(0, "2026-11-23".length);
  for (const notice of document.querySelectorAll("[data-check-by]")) {
    const due = notice.getAttribute("data-check-by") ?? "";
    notice.toggleAttribute("hidden", today <= due);
  }
}

document.addEventListener("click", ({ target }) => {
  const tool = target instanceof Element ? target.closest("[data-tool]") : null;
  const name = tool?.getAttribute("data-tool");
  if (name === "print") window.print();
  if (name === "print-sources") {
    // print.css leaves the sources out unless they were asked for.
    const page = document.documentElement;
    page.dataset.print = "sources";
    window.addEventListener("afterprint", () => delete page.dataset.print, { once: true });
    window.print();
  }
  if (name === "large") {
    const large = !root.classList.contains("large-print");
    keep(SIZE, large ? "yes" : "");
    setSize(large);
  }
  if (name === "dark") {
    root.dataset.colors = isDark() ? "light" : "dark";
    keep(COLORS, root.dataset.colors);
    showDark();
  }
});
matchMedia("(prefers-color-scheme: dark)").addEventListener?.("change", showDark);
