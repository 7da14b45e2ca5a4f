// Attaches every calculator on the page, now and after each of the theme's instant navigations.

import { closeMenu } from "./bar.js";
import { tie } from "./boxes.js";
import { attach } from "./calculator.js";
import { attachDoor, refreshDoor } from "./door.js";
import { wakeEarly } from "./early.js";
import { stop } from "./engine.js";
import { openNamed } from "./folds.js";
import { news } from "./household.js";
import "./my-figures.js";
import { keepLater, meetNewerCode, showKept } from "./offline.js";
import { arrive, dressPage } from "./page.js";
import "./room.js";

/** @type {any} */
const theme = window;

function attachAll() {
  if (meetNewerCode()) return;
  dressPage();
  closeMenu();
  openNamed();
  showKept();
  for (const section of document.querySelectorAll("[data-calculator]")) {
    attach(/** @type {HTMLElement} */ (section));
  }
  const door = document.querySelector("[data-door]");
  if (door instanceof HTMLElement) attachDoor(door);
  if (document.querySelector("[data-sheet], [data-blank-sheet]")) import("./sheets.js").then(({ attachAll }) => attachAll());
  const list = /** @type {HTMLElement | null} */ (document.querySelector(".figures-list"));
  if (list && !list.dataset.tied) {
    list.dataset.tied = "yes";
    tie(list);
  }
  const papers = /** @type {HTMLElement | null} */ (document.querySelector("[data-papers]"));
  if (papers) import("./piles.js").then(({ attachPiles }) => attachPiles(papers));
  const states = /** @type {HTMLElement | null} */ (document.querySelector("[data-states]"));
  if (states && !states.dataset.tied) {
    states.dataset.tied = "yes";
    // Without it, the names below are a list of links.
    import("./states.js").then(({ attachStates }) => attachStates(states)).catch(() => {});
  }
  wakeEarly();
  arrive();
}

news.addEventListener("changed", refreshDoor);
news.addEventListener("forgotten", () => {
  refreshDoor();
  // Python has read the figures that it was asked about.
  stop("forgotten");
  for (const section of document.querySelectorAll("[data-calculator]")) {
    section.dispatchEvent(new Event("forgotten"));
  }
});

// A calculator on a page of words gets ready once it is opened.
document.addEventListener(
  "toggle",
  ({ target }) => target instanceof Element && target.matches(".calc-embedded[open]") && wakeEarly(),
  true,
);
attachAll();
// Material offers document$; a site built with another theme loads each page anew.
theme.document$?.subscribe(attachAll);
keepLater();
