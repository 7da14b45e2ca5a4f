// The theme asks for its search index with every page, and that is more bytes than the page and all
// that shows it. Here the request waits until the search is opened, and so does the program that searches.
// A plain script: it must run before the theme's own (main.html).

{
  const opened = new Promise((resolve) => {
    document.addEventListener("change", ({ target }) => {
      // The theme's own switch, however the search was reached.
      if (target instanceof Element && target.id === "__search") resolve(true);
    });
  });
  const { open } = XMLHttpRequest.prototype;
  /** @type {(this: XMLHttpRequest, method: string, url: string | URL) => void} */
  XMLHttpRequest.prototype.open = function (method, url) {
    open.call(this, method, url, true);
    if (!String(url).endsWith("/search_index.json")) return;
    this.send = () => opened.then(() => XMLHttpRequest.prototype.send.call(this));
  };

  const RealWorker = window.Worker;
  /** A worker that starts when the search is opened, and is then told all that it was told before. */
  class LateWorker extends EventTarget {
    /** @param {string | URL} address */
    constructor(address) {
      super();
      this.worker = opened.then(() => {
        const worker = new RealWorker(address);
        worker.addEventListener("message", ({ data }) => {
          this.dispatchEvent(new MessageEvent("message", { data }));
        });
        return worker;
      });
    }

    /** @param {unknown} message */
    postMessage(message) {
      this.worker.then((worker) => worker.postMessage(message));
    }
  }

  window.Worker = new Proxy(RealWorker, {
    construct: (worker, [address, options]) =>
      String(address).includes("/workers/search.")
        ? new LateWorker(address)
        : new worker(address, options),
  });
}
