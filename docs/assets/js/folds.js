// What is folded opens where a link leads into it, and a source at the sentence that rests on it.

/**
 * Opens what a place lies in.
 * @param {Element | null} place
 * @returns {boolean} whether anything was closed
 */
function reveal(place) {
  let wasClosed = false;
  for (let fold = place?.closest("details"); fold; fold = fold.parentElement?.closest("details")) {
    if (fold.open) continue;
    fold.open = wasClosed = true;
    fold.toggleAttribute("data-opened", true);
  }
  return wasClosed;
}

/** @param {string} hash */
function placeOf(hash) {
  return hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
}

/** Goes to what the address names, if it was folded away. */
export function openNamed() {
  const place = placeOf(location.hash);
  if (reveal(place)) place?.scrollIntoView();
}

/** @param {HTMLAnchorElement} link to a source, in a sentence */
function toggleSource(link) {
  const at = noteAfter(link);
  const open = at.parent.querySelector(`:scope > [data-note="${link.hash}"]`);
  link.setAttribute("aria-expanded", String(!open));
  if (open) {
    open.remove();
    return;
  }
  const note = at.make();
  note.setAttribute("data-note", link.hash);
  at.parent.insertBefore(note, at.before);
  const box = document.createElement("div");
  box.className = "note-open";
  // By the attributes: Firefox knows no properties of them before 119.
  box.setAttribute("role", "note");
  box.setAttribute("aria-label", link.textContent ?? "");
  box.tabIndex = -1;
  const source = placeOf(link.hash);
  const words = document.createElement("span");
  words.lang = source?.closest("[lang]")?.getAttribute("lang") ?? "en";
  for (const part of source?.childNodes ?? []) words.append(part.cloneNode(true));
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = `${document.documentElement.lang === "es" ? "Cerrar" : "Close"} ${link.textContent}`;
  const back = () => {
    toggleSource(link);
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: "nearest" });
  };
  close.addEventListener("click", back);
  box.addEventListener("keydown", ({ key }) => key === "Escape" && back());
  box.append(words, close);
  (note instanceof HTMLTableRowElement ? note.cells[0] : note).append(box);
  box.focus({ preventScroll: true });
  box.scrollIntoView({ block: "nearest" });
}

/**
 * Where a source stands open: under its paragraph or point, or in a row of its own under a row.
 * @param {HTMLAnchorElement} link
 * @returns {{parent: Element, before: Element | null, make: () => HTMLElement}}
 */
function noteAfter(link) {
  const row = link.closest("tr");
  if (row?.parentElement) {
    const make = () => {
      const made = document.createElement("tr");
      made.insertCell().colSpan = row.cells.length;
      return made;
    };
    return { parent: row.parentElement, before: row.nextElementSibling, make };
  }
  const make = () => document.createElement("div");
  const paragraph = link.closest("p");
  if (paragraph?.parentElement) {
    return { parent: paragraph.parentElement, before: paragraph.nextElementSibling, make };
  }
  const point = link.closest("li, dd") ?? document.body;
  return { parent: point, before: null, make };
}

document.addEventListener(
  "click",
  (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const fold = target.closest("summary")?.parentElement;
    if (fold instanceof HTMLDetailsElement && fold.matches(".calc-embedded")) {
      // The theme opens all for print: this one prints if the reader opened it.
      fold.toggleAttribute("data-opened", !fold.open);
    }
    const link = target.closest("a");
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !isPlain || link.origin + link.pathname !== location.origin + location.pathname) return;
    if (link.matches(".note a")) {
      event.preventDefault();
      toggleSource(link);
    } else {
      reveal(placeOf(link.hash));
    }
  },
  true,
);
window.addEventListener("hashchange", openNamed);
