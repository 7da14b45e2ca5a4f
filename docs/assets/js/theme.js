// Printing, large print and dark, which need no other script. And habits of the theme that would lose what
// a reader has typed, or where they are, are taken from it. A plain script: it must run before the theme's
// own (main.html).
//
// Single keys (n, p, f, s and others) leave the page or open the search, for anyone who types beside a
// box. In the open search Tab closes it, and any key beside its box, even Shift, goes back into the
// box. And the first link inside a page, or Back over one, has the theme fetch the page anew.

{
  const look = document.documentElement;
  // What is kept on the device of these, and only because the reader pressed a button.
  const SIZE = "large-print";
  const COLORS = "colors";
  // First, what the reader chose, before more of the page is shown.
  try {
    look.dataset.colors = localStorage.getItem(COLORS) ?? "";
    look.classList.toggle(SIZE, localStorage.getItem(SIZE) === "yes");
  } catch {
    // A browser that keeps nothing has nothing to show.
  }

  /** @param {string} name @param {string} value "" keeps nothing */
  const keep = (name, value) => {
    try {
      if (value) localStorage.setItem(name, value);
      else localStorage.removeItem(name);
    } catch {
      // A browser that keeps nothing still shows this page so.
    }
  };

  /** @returns {boolean} the reader's choice, else the device's */
  const isDark = () => {
    const chosen = look.dataset.colors;
    return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  };

  const dress = () => {
    const states = { large: look.classList.contains(SIZE), dark: isDark() };
    for (const [name, isOn] of Object.entries(states)) {
      for (const button of document.querySelectorAll(`[data-tool="${name}"]`)) {
        button.setAttribute("aria-pressed", String(isOn));
      }
    }
    for (const button of document.querySelectorAll("[data-tool]")) button.removeAttribute("disabled");
  };

  /** @param {string} [what] print.css leaves the sources out unless they were asked for */
  const print = (what) => {
    if (what) look.dataset.print = what;
    if (what) window.addEventListener("afterprint", () => delete look.dataset.print, { once: true });
    window.print();
  };

  document.addEventListener("click", ({ target }) => {
    const tool = target instanceof Element ? target.closest("[data-tool]") : null;
    const name = tool?.getAttribute("data-tool");
    if (name === "print") print();
    if (name === "print-sources") print("sources");
    if (name === "large") keep(SIZE, look.classList.toggle(SIZE) ? "yes" : "");
    if (name === "dark") keep(COLORS, (look.dataset.colors = isDark() ? "light" : "dark"));
    if (name) dress();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener?.("change", dress);
  dress();
  // Each page that the theme puts in this one's place has its own buttons.
  document.addEventListener("DOMContentLoaded", () => {
    /** @type {any} */ (window).document$?.subscribe(dress);
  });
}

{
  const own = "input, select, textarea, [contenteditable]";
  const isSearching = () => {
    const toggle = document.getElementById("__search");
    return toggle instanceof HTMLInputElement && toggle.checked;
  };
  window.addEventListener(
    "keydown",
    (event) => {
      // Zensical's search has a page of its own within this one.
      if (event.composedPath().some((each) => each instanceof ShadowRoot)) return;
      const isTyping = event.target instanceof Element && event.target.closest(own);
      const { key } = event;
      const plain = /^\S$/.test(key) && !event.ctrlKey && !event.metaKey && !event.altKey;
      const isTheirs = isSearching()
        ? (isTyping && key !== "Tab") || ["Escape", "ArrowUp", "ArrowDown"].includes(key)
        : isTyping || !plain;
      if (!isTheirs) event.stopImmediatePropagation();
    },
    true,
  );

  /** The page that is shown, or that the theme is fetching. */
  let page = location.pathname;
  const { pushState } = history;
  history.pushState = (state, title, address) => {
    pushState.call(history, state, title, address);
    page = location.pathname;
  };

  /** @param {HTMLAnchorElement} link */
  const isInside = (link) =>
    link.hash !== "" &&
    link.origin === location.origin &&
    link.pathname === location.pathname &&
    link.search === location.search;

  document.addEventListener(
    "click",
    ({ target }) => {
      const link = target instanceof Element ? target.closest("a") : null;
      // The browser follows it by itself, and moves the focus; the theme never hears of it.
      if (!link || !isInside(link)) return;
      link.addEventListener("click", (event) => event.stopPropagation(), { once: true });
    },
    true,
  );

  window.addEventListener("popstate", (event) => {
    const isSame = location.pathname === page;
    page = location.pathname;
    if (!isSame) return;
    event.stopImmediatePropagation();
    // The theme notes with each place how far down it was, and has the browser leave that to it.
    const { y } = history.state ?? {};
    if (y !== undefined && history.scrollRestoration === "manual") window.scrollTo(0, y);
  });
}
