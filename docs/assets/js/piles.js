// Puts papers together and prints them: one pile for the reader, one to send. The site's own pages are
// fetched, Python makes the rest of what the tab holds; nothing is sent. Loaded on its own page only.

import { answered, askPile } from "./engine.js";
import { figures, news } from "./household.js";
import { all } from "./kept.js";
import { letPress } from "./page.js";
import { dress, loanKnown, numberEach, printAlone } from "./paper.js";
import { whyNot } from "./progress.js";
import { root } from "./site.js";
import { today } from "./today.js";

const PAGE = "page:";
// What of a page is for the screen alone, or is not its words.
const LEFT_OUT =
  ".page-top, .headerlink, .page-due, .unready, .paper-download, .print-address, .calc, .see-python, .door, " +
  "form, button, noscript, template, script";
const SOURCES = ".page-sources, .calc-sources, .page-checked, .note";
const HEADING = /^H[1-6]$/;

/** @typedef {{key: string, title: string}} Chosen */

/** What each pile has told the reader to look at. @type {WeakMap<HTMLElement, string>} */
const told = new WeakMap();

/** @param {HTMLElement} place */
export async function attachPiles(place) {
  if (place.dataset.attached) return;
  place.dataset.attached = "yes";
  await dress();
  begin(place);
  for (const pile of piles(place)) {
    const button = /** @type {HTMLButtonElement} */ (pile.querySelector("[data-print-pile]"));
    button.addEventListener("click", () => print(place, pile));
  }
  letPress(place);
  for (const each of ["changed", "forgotten"]) {
    news.addEventListener(each, () => place.isConnected && begin(place));
  }
}

/** @param {HTMLElement} place @returns {HTMLElement[]} */
const piles = (place) => [...place.querySelectorAll(".papers-pile")].map((each) => /** @type {any} */ (each));

/** @param {ParentNode} part @returns {HTMLInputElement[]} */
const boxes = (part) => [...part.querySelectorAll("li input")].map((each) => /** @type {any} */ (each));

/** Ticks what the reader has begun, and nothing of the one before. @param {HTMLElement} place */
function begin(place) {
  const isBegun = begun();
  for (const pile of piles(place)) {
    const isMine = pile.dataset.pile === "you";
    for (const box of boxes(pile)) {
      box.checked = isBegun(box, isMine);
      if (box.checked) box.closest("details")?.setAttribute("open", "");
    }
    say(pile, []);
    told.delete(pile);
  }
  head(place, "name").value = figures().get("your_name")?.text ?? "";
  head(place, "loan").value = loanKnown();
}

/**
 * Tells what the reader has begun. Python says of each paper by which names its texts begin; an answer is
 * known by this visit, or by its form, where a figure was typed.
 */
function begun() {
  const keys = [...figures().keys()];
  const forms = new Set([...figures().values()].map(({ from }) => from));
  return (/** @type {HTMLInputElement} */ box, /** @type {boolean} */ isMine) => {
    const [kind, slug = ""] = box.value.split(":");
    const title = box.parentElement?.textContent?.trim() ?? "";
    if (kind === "answer") return isMine && (answered.has(slug) || forms.has(title));
    const names = box.dataset.begun?.split(" ") ?? [];
    return names.some((name) => keys.some((key) => (name.endsWith(":") ? key.startsWith(name) : key === name)));
  };
}

/** @param {HTMLElement} place @param {string} name @returns {HTMLInputElement} */
const head = (place, name) => /** @type {any} */ (place.querySelector(`[data-head="${name}"]`));

/** @param {HTMLElement} pile @param {string[]} lines */
function say(pile, lines) {
  const made = lines.map((line) => {
    const words = document.createElement("p");
    words.textContent = line;
    return words;
  });
  pile.querySelector(".papers-said")?.replaceChildren(...made);
}

/** @param {HTMLElement} place @param {HTMLElement} pile */
async function print(place, pile) {
  const chosen = boxes(pile)
    .filter((box) => box.checked)
    .map((box) => ({ key: box.value, title: box.parentElement?.textContent?.trim() ?? "" }));
  if (!chosen.length) return say(pile, ["Tick a paper first."]);
  say(pile, ["Putting the papers together."]);
  try {
    const withSources = pile.querySelector("[data-sources]:checked") !== null;
    const [made, pages] = await Promise.all([
      askPile(question(place, pile, chosen)),
      Promise.all(chosen.filter(isPage).map((each) => page(each, withSources))),
    ]);
    const { parts = {}, cover = "", notes = [], troubles = [] } = made;
    if (troubles.length) {
      const why = "These cannot be printed yet. Mend them on their pages, or take the tick away.";
      return say(pile, [why, ...troubles.map((each) => each.join(". "))]);
    }
    const looks = notes.map((each) => each.join(". "));
    if (isNew(pile, looks)) {
      return say(pile, ["Look at these before they go out. Then press again to print.", ...looks]);
    }
    const isMine = pile.dataset.pile === "you";
    const paper = document.createDocumentFragment();
    if (isMine) paper.append(await coverSheet(cover));
    for (const each of chosen) {
      const ready = isPage(each) ? pages.shift() : undefined;
      paper.append(ready ?? part(parts[each.key] ?? ""));
    }
    if (!isMine) numberEach([.../** @type {any} */ (paper.children)]);
    say(pile, []);
    await printAlone(paper, isMine ? "pile" : "send", isMine ? "Papers for you" : "Papers to send");
  } catch (error) {
    say(pile, [error instanceof NotFetched ? error.message : whyNot(error)]);
  }
}

/** Whether the reader has not been told all this yet. @param {HTMLElement} pile @param {string[]} looks */
function isNew(pile, looks) {
  const known = told.get(pile) ?? "";
  const now = looks.join("\n");
  told.set(pile, now);
  return now !== "" && now !== known;
}

/** @param {Chosen} chosen */
const isPage = ({ key }) => key.startsWith(PAGE);

/** @param {HTMLElement} place @param {HTMLElement} pile @param {Chosen[]} chosen */
function question(place, pile, chosen) {
  const held = all();
  const said = Object.entries(held).filter(([key]) => key.startsWith("door:"));
  return {
    pile: pile.dataset.pile ?? "",
    keys: chosen.map(({ key }) => key),
    titles: chosen.map(({ title }) => title),
    figures: held,
    answers: Object.fromEntries(said.map(([key, text]) => [key.slice("door:".length), text])),
    today: today(),
    name: head(place, "name").value,
    loan: head(place, "loan").value,
  };
}

/** @param {string} html made and escaped by core/pages */
function part(html) {
  const sheet = document.createElement("section");
  sheet.className = "paper-part";
  sheet.innerHTML = html;
  return sheet;
}

/** @param {string} html */
async function coverSheet(html) {
  const sheet = part(html);
  sheet.append(await again(""));
  return sheet;
}

class NotFetched extends Error {}

/** A page of the site as its words alone. @param {Chosen} chosen @param {boolean} withSources */
async function page({ key, title }, withSources) {
  const path = key.slice(PAGE.length);
  const response = await fetch(new URL(path, root)).catch(() => null);
  const html = response?.ok ? await response.text() : "";
  const article = new DOMParser().parseFromString(html, "text/html").querySelector("article");
  if (!article) {
    throw new NotFetched(`“${title}” could not be fetched. Check your connection, then press again.`);
  }
  for (const each of article.querySelectorAll(LEFT_OUT)) each.remove();
  if (!withSources) for (const each of article.querySelectorAll(SOURCES)) each.remove();
  for (const heading of [...article.querySelectorAll("h2, h3")].reverse()) {
    if (isBare(heading)) heading.remove();
  }
  for (const each of article.querySelectorAll("[id]")) each.removeAttribute("id");
  for (const each of article.querySelectorAll("details")) each.open = true;
  const sheet = part("");
  sheet.append(...article.childNodes, await again(path));
  return sheet;
}

/** Whether nothing stands under a heading any more. @param {Element} heading */
function isBare(heading) {
  const next = heading.nextElementSibling;
  return !next || (HEADING.test(next.tagName) && next.tagName <= heading.tagName);
}

/** Where to find a page again, for the eye and for a phone's camera. @param {string} path */
async function again(path) {
  const line = document.createElement("p");
  line.className = "paper-again";
  const code = new Image();
  code.alt = "";
  code.src = new URL(`assets/qr/${path.replace(/\/$/, "").replaceAll("/", "-") || "home"}.svg`, root).href;
  const address = document.createElement("span");
  const { host, pathname } = new URL(path, root);
  address.textContent = `Find it again: ${host}${pathname}`;
  line.append(code, address);
  // A code that does not come leaves the address.
  await code.decode().catch(() => code.remove());
  return line;
}
