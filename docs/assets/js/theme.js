// Habits of the theme that would lose what a reader has typed, or where they are, are taken from it. A
// plain script: it must run before the theme's own (main.html).
//
// Single keys (n, p, f, s and others) leave the page or open the search, for anyone who types beside a
// box. In the open search Tab closes it, and any key beside its box, even Shift, goes back into the
// box. And the first link inside a page, or Back over one, has the theme fetch the page anew.

// First, what the reader chose of size and colors (page.js), before more of the page is shown.
try {
  const look = document.documentElement;
  look.dataset.colors = localStorage.getItem("colors") ?? "";
  look.classList.toggle("large-print", localStorage.getItem("large-print") === "yes");
} catch {
  // A browser that keeps nothing has nothing to show.
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
