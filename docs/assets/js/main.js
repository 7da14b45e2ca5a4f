// Attaches every calculator on the page, now and after each of the theme's instant navigations.

import { attach } from "./calculator.js";
import { attachDoor } from "./door.js";
import { wakeEarly } from "./early.js";
import { keepLater, meetNewerCode, showKept } from "./offline.js";
import { dressPage } from "./page.js";
import "./room.js";

/** @type {any} */
const theme = window;

function attachAll() {
  if (meetNewerCode()) return;
  dressPage();
  showKept();
  for (const section of document.querySelectorAll("[data-calculator]")) {
    attach(/** @type {HTMLElement} */ (section));
  }
  const door = document.querySelector("[data-door]");
  if (door instanceof HTMLElement) attachDoor(door);
  wakeEarly();
}

attachAll();
// Material offers document$; a site built with another theme loads each page anew.
theme.document$?.subscribe(attachAll);
keepLater();
