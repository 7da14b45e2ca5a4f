// Small things around a page's words: printing, large print, and a warning when it is overdue.

// The one thing that is kept on the device, and only because the reader pressed a button.
const KEPT = "large-print";

/** @param {boolean} large */
function setSize(large) {
  document.documentElement.classList.toggle("large-print", large);
  for (const button of document.querySelectorAll('[data-tool="large"]')) {
    button.setAttribute("aria-pressed", String(large));
  }
}

/** @returns {boolean} */
function isLarge() {
  try {
    return localStorage.getItem(KEPT) === "yes";
  } catch {
    return false;
  }
}

export function dressPage() {
  setSize(isLarge());
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
    const large = !document.documentElement.classList.contains("large-print");
    try {
      if (large) localStorage.setItem(KEPT, "yes");
      else localStorage.removeItem(KEPT);
    } catch {
      // A browser that keeps nothing still shows this page in large print.
    }
    setSize(large);
  }
});
