// What the front door keeps of a reader, in this tab: its answers, by name. No page and no address
// holds one.

const link = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="manifest"]'));
const NAME = `second-mortgage-help ${new URL(".", link?.href ?? location.href).pathname} door`;

/** @type {Map<string, string>} */
let held = read();

/** @returns {Map<string, string>} */
function read() {
  try {
    return new Map(Object.entries(JSON.parse(sessionStorage.getItem(NAME) ?? "{}")));
  } catch {
    return new Map();
  }
}

/** @param {string} key @returns {string} empty: not answered */
export const get = (key) => held.get(key) ?? "";

/** @param {string} key @param {string} text empty: not answered any more */
export function set(key, text) {
  if (text) held.set(key, text);
  else held.delete(key);
  try {
    sessionStorage.setItem(NAME, JSON.stringify(Object.fromEntries(held)));
  } catch {
    // A browser that keeps nothing still goes from question to question.
  }
}

/** @returns {Record<string, string>} */
export const all = () => Object.fromEntries(held);
