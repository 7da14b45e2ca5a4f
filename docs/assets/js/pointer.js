// While a finger or button is down, nothing may move under it.

let up = Promise.resolve();

document.addEventListener("pointerdown", () => {
  up = new Promise((release) => {
    for (const end of ["pointerup", "pointercancel"]) {
      window.addEventListener(end, () => release(), { once: true });
    }
  });
});

/** Resolves once no finger or button is down. */
export function released() {
  return up;
}
