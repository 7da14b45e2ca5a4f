// Attaches every part of the page to its script, now and after each of the theme's instant navigations.
// What only some pages have is asked for there.

import { closeMenu } from "./bar.js";
import { wakeEarly } from "./early.js";
import { openNamed } from "./folds.js";
import { news } from "./household.js";
import "./my-figures.js";
import { keepLater, meetNewerCode, showKept } from "./offline.js";
import { arrive, dressPage } from "./page.js";
import "./room.js";

// Nobody may ever want a calculator that is folded into a page of words.
const CALCULATORS = "[data-calculator]:not(.calc-embedded:not([open]) *)";

/** @type {any} */
const theme = window;

/** @param {string} selector */
const all = (selector) => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]);

function attachAll() {
  if (meetNewerCode()) return;
  dressPage();
  closeMenu();
  openNamed();
  showKept();
  attachCalculators();
  const [door] = all("[data-door]");
  if (door) import("./door.js").then(({ attachDoor }) => attachDoor(door));
  if (all("[data-sheet]").length) import("./sheets.js").then(({ attachAll }) => attachAll());
  const [blank] = all("[data-blank-sheet]");
  if (blank) import("./blank.js").then(({ attachBlank }) => attachBlank(blank));
  const [papers] = all("[data-papers]");
  if (papers) import("./piles.js").then(({ attachPiles }) => attachPiles(papers));
  for (const list of all(".figures-list:not([data-tied])")) {
    list.dataset.tied = "yes";
    import("./boxes.js").then(({ tie }) => tie(list));
  }
  for (const states of all("[data-states]:not([data-tied])")) {
    states.dataset.tied = "yes";
    // Without it, the names below are a list of links.
    import("./states.js").then(({ attachStates }) => attachStates(states)).catch(() => {});
  }
  wakeEarly();
  arrive();
}

async function attachCalculators() {
  if (!all(CALCULATORS).length) return;
  const { attach } = await import("./calculator.js");
  all(CALCULATORS).forEach(attach);
}

news.addEventListener("forgotten", () => {
  for (const section of document.querySelectorAll("[data-calculator]")) {
    section.dispatchEvent(new Event("forgotten"));
  }
});

// A calculator on a page of words gets ready once it is opened.
document.addEventListener(
  "toggle",
  ({ target }) => {
    if (!(target instanceof Element) || !target.matches(".calc-embedded[open]")) return;
    attachCalculators();
    wakeEarly();
  },
  true,
);
attachAll();
// Material offers document$; a site built with another theme loads each page anew.
theme.document$?.subscribe(attachAll);
keepLater();
