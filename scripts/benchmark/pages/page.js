// What the pages to compare with share: at a press each starts its own way to work it out. The marks
// and the names of the figures are those of the site's own page, so that all are measured alike.

const main = /** @type {HTMLElement} */ (document.querySelector("main"));

/** @param {MessageEvent<string>} event the answer as JSON */
function show({ data }) {
  const figures = JSON.parse(data);
  for (const place of main.querySelectorAll("p")) {
    place.textContent = figures[place.dataset.figure ?? ""];
  }
  performance.mark("calculator:answer");
}

/** @param {string} core PyScript, which starts a worker for the script that stands in the page */
async function startPyScript(core) {
  const { hooks } = await import(new URL(core, location.href).href);
  hooks.main.onWorker.add((/** @type {unknown} */ _, /** @type {Worker} */ worker) => {
    worker.addEventListener("message", show);
  });
}

main.addEventListener("click", () => {
  performance.mark("calculator:wake");
  const { worker, pyscript } = main.dataset;
  if (worker) new Worker(new URL(worker, location.href), { type: "module" }).onmessage = show;
  if (pyscript) startPyScript(pyscript);
});
