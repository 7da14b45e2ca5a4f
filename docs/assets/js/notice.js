// A calm line at the foot of the window, until the reader has seen it. Nothing moves for it.

/** @type {HTMLElement | null} */
let place = null;

/**
 * @param {string} message
 * @param {Record<string, () => void>} actions what its buttons say, and what they do
 */
export function notify(message, actions) {
  if (!place) {
    place = document.createElement("div");
    place.className = "notice";
    // Below a page in Spanish too.
    place.lang = "en";
    place.setAttribute("role", "status");
    document.body.append(place);
  }
  const words = document.createElement("p");
  words.textContent = message;
  const buttons = Object.entries(actions).map(([label, act]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "md-button";
    button.textContent = label;
    button.addEventListener("click", () => {
      place?.replaceChildren();
      act();
    });
    return button;
  });
  // A region that is there before its words is read out.
  requestAnimationFrame(() => place?.replaceChildren(words, ...buttons));
}
