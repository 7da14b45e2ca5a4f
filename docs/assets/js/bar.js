// What opens from the bar: the search, the menu and the sheets. Escape closes it, and so does a press
// or the focus elsewhere: nothing lies over what the reader is at.

/** @type {(selector: string) => HTMLElement | null} */
const find = (selector) => document.querySelector(selector);

/** The theme's own switch of the search, and our button. */
const search = /** @type {HTMLInputElement | null} */ (find("#__search"));
const opener = find('[data-bar="search"]');
const menuButton = find(".bar-menu");
// Older browsers show no popover: a class does.
const hasPopover = "popover" in HTMLElement.prototype;

/** @param {Element | null} button @param {boolean} open */
const tell = (button, open) => button?.setAttribute("aria-expanded", String(open));

/** @param {boolean} open */
function setMenu(open) {
  const menu = find("#menu");
  if (!menu) return;
  if (!hasPopover) {
    menu.classList.toggle("menu-open", open);
    tell(menuButton, open);
  } else if (menu.matches(":popover-open") !== open) menu.togglePopover(open);
}

/** Close all that does not hold this. @param {EventTarget | null} at */
function closeOthers(at) {
  const here = at instanceof Element ? at : document.body;
  for (const sheet of document.querySelectorAll("[data-drop][open]")) {
    if (!sheet.contains(here)) sheet.removeAttribute("open");
  }
  if (search?.checked && !here.closest("#search, [data-bar]")) search.click();
  if (!here.closest("#menu, .bar-menu")) setMenu(false);
}

function afterSearch() {
  tell(opener, search?.checked ?? false);
  if (search?.checked) return;
  // The theme takes the focus from its box, and leaves it nowhere.
  requestAnimationFrame(() => {
    const at = document.activeElement;
    if (at === document.body || at?.closest("#search")) opener?.focus();
  });
}

/** The theme keeps its results from the Tab key. */
function openResults() {
  const list = find(".md-search-result__list");
  if (!list) return;
  new MutationObserver(() => {
    for (const each of list.querySelectorAll('[tabindex="-1"]')) each.removeAttribute("tabindex");
  }).observe(list, { childList: true, subtree: true });
}

/** A new page: its menu is a new one, and closed. */
export function closeMenu() {
  tell(menuButton, false);
}

document.addEventListener("click", ({ target }) => {
  const ours = "[data-bar], .bar-menu, #menu .bar-close";
  const button = target instanceof Element ? target.closest(ours) : null;
  const what = button?.getAttribute("data-bar");
  if (what === "search" && search && !search.checked) {
    search.click();
    find(".md-search__input")?.focus();
  }
  if (what === "close-search" && search?.checked) search.click();
  if (!hasPopover && button && !what) setMenu(!find("#menu")?.classList.contains("menu-open"));
});
document.addEventListener("focusin", ({ target }) => closeOthers(target));
document.addEventListener("pointerdown", ({ target }) => closeOthers(target));
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  const sheet = /** @type {HTMLElement | null} */ (find("[data-drop][open]"));
  if (sheet?.contains(document.activeElement)) sheet.querySelector("summary")?.focus();
  sheet?.removeAttribute("open");
  if (!hasPopover) setMenu(false);
});
document.addEventListener(
  "toggle",
  ({ target }) => {
    const menu = find("#menu");
    if (menu && menu === target) tell(menuButton, menu.matches(":popover-open"));
  },
  true,
);
search?.addEventListener("change", afterSearch);
tell(opener, false);
opener?.removeAttribute("disabled");
openResults();
