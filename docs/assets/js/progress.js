// What a reader sees of a start: how much has come, that it is being tried again, and why it failed.

import { onDownload } from "./engine.js";

/** @typedef {import("./messages.js").Trouble} Trouble */

export const LOADING = "Getting the calculator ready. This is needed once.";
const WAITING = "The connection is weak. Trying again. Your figures stay here.";
// What still works comes first.
const KEPT =
  "Your figures are still here. You can read and print this page, and call the numbers on it.";
export const NO_PAPER =
  `${KEPT} A part of the page that makes the paper did not arrive. Check your connection, then press ` +
  "the button again. If that does not help, load the page again.";
const START = `${KEPT} The calculator could not start:`;

const WHY = /** @type {Record<Trouble | "other", string>} */ ({
  lost: `${START} the connection was lost. Check your connection, then try again.`,
  missing: `${START} a part of it was not found. Wait a while, then try again.`,
  damaged: `${START} what arrived is not what we sent. Use another network, or wait a while, then try again.`,
  old: `${START} this browser is too old for it, or has a setting that turns off what it needs, such as a lockdown mode. It works in Chrome or Edge 95, Firefox 114, Safari 15.4, and in newer ones. Another phone or computer may do.`,
  refused: `${START} this browser, or a program on this device, did not let it run. Another browser may do.`,
  full: `${START} this device has no memory left for it. Close other tabs and apps, then try again.`,
  other: `${KEPT} The calculator could not start. Check your connection, then try again.`,
});

/** @param {any} error */
export const whyNot = (error) => WHY[/** @type {Trouble} */ (error?.trouble) ?? "other"];

/**
 * @param {HTMLProgressElement} bar
 * @param {HTMLElement} status said only while it differs, since it is read out
 * @returns {() => void} stop showing
 */
export function showDownload(bar, status) {
  return onDownload(({ received, total, waiting }) => {
    bar.max = total;
    bar.value = received;
    const said = waiting ? WAITING : LOADING;
    if (!bar.hidden && status.textContent !== said) status.textContent = said;
  });
}
