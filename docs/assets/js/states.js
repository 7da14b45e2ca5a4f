// The box that finds a state among the names below it. What is typed stays in the box.

/** @param {HTMLElement} root */
export function attachStates(root) {
  const place = /** @type {HTMLElement} */ (root.querySelector(".states-find"));
  const box = /** @type {HTMLInputElement} */ (place.querySelector("input"));
  const found = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));
  const links = /** @type {HTMLAnchorElement[]} */ ([...root.querySelectorAll(".states-names a")]);
  const fits = () => {
    const typed = box.value.trim().toLowerCase();
    return links.filter(({ textContent }) =>
      ` ${textContent}`.toLowerCase().includes(typed && ` ${typed}`),
    );
  };
  place.hidden = false;
  box.addEventListener("input", () => {
    const shown = fits();
    for (const link of links) {
      /** @type {HTMLElement} */ (link.parentElement).hidden = !shown.includes(link);
    }
    const words = shown.length === 1 ? shown[0]?.textContent : `${shown.length} names fit`;
    found.textContent = shown.length ? `${words}` : "No state has a name like that.";
  });
  box.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") fits()[0]?.click();
  });
}
