// What a reader sees of a start: how much has come, that it is being tried again, and why it failed.

import { onDownload } from "./engine.js";

/** @typedef {import("./messages.js").Trouble} Trouble */

export const LOADING = "Getting the calculator ready. This is needed once.";
const WAITING = "The connection is weak. Trying again. Your figures stay here.";
const KEPT = "Your figures are still here.";

const WHY = /** @type {Record<Trouble | "other", string>} */ ({
  lost: `The calculator could not start: the connection was lost. ${KEPT} Check your connection, then try again.`,
  missing: `The calculator could not start: a part of it was not found. ${KEPT} Wait a while, then try again.`,
  damaged: `The calculator could not start: what arrived is not what we sent. ${KEPT} Use another network, or wait a while, then try again.`,
  other: `The calculator could not start. ${KEPT} Check your connection, then try again.`,
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
