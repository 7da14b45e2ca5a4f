// The theme asks for its search index with every page, and that is more bytes than the page and all
// that shows it. Here the request waits until the search is opened, and so does the program that searches.
//
// The theme also looks for every word that begins like one that was typed: with "a" and "to" that is
// half the site. Here such small words are left out of the question. A plain script: it must run before
// the theme's own (main.html).

{
  const opened = new Promise((resolve) => {
    document.addEventListener("change", ({ target }) => {
      // The theme's own switch, however the search was reached.
      if (target instanceof Element && target.id === "__search") resolve(true);
    });
    // Zensical's opens by a press.
    document.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("#search")) resolve(true);
    });
  });
  /** What is needed to search did not arrive: the theme would say for ever that it is about to. */
  const tellLost = () => {
    const again = document.createElement("button");
    again.type = "button";
    again.className = "md-button";
    again.textContent = "Try again";
    again.addEventListener("click", () => location.reload());
    const why = "The search did not arrive. The menu lists all pages. Check your connection, then: ";
    document.querySelector(".md-search-result__meta")?.replaceChildren(why, again);
  };
  const { open } = XMLHttpRequest.prototype;
  /** @type {(this: XMLHttpRequest, method: string, url: string | URL) => void} */
  XMLHttpRequest.prototype.open = function (method, url) {
    open.call(this, method, url, true);
    // By Zensical: search.json.
    if (!/\/search(_index)?\.json$/.test(String(url))) return;
    this.addEventListener("load", () => this.status >= 400 && tellLost());
    this.addEventListener("error", tellLost);
    this.send = () => opened.then(() => XMLHttpRequest.prototype.send.call(this));
  };

  const SMALL =
    /^(a|an|and|are|as|at|be|but|by|can|could|did|do|does|for|from|got|had|has|have|how|i|i'm|if|in|is|it|its|me|my|of|off|on|or|our|so|some|than|that|the|their|them|then|they|this|to|too|us|want|was|we|were|what|when|where|which|who|will|with|would|you|your)$/i;
  /** @param {string} asked what the reader typed; with signs of a search language it stays as it is */
  const plain = (asked) => {
    const words = asked.replaceAll("’", "'").split(/\s+/);
    const kept = words.filter((word) => !SMALL.test(word));
    return /["+:^~*]|(^|\s)-/.test(asked) || kept.length === 0 ? asked : kept.join(" ");
  };
  const QUERY = 2;

  const RealWorker = window.Worker;
  /** A worker that starts when the search is opened, and is then told what it was told before. */
  class LateWorker extends EventTarget {
    /** @type {((event: MessageEvent) => void) | null} How Zensical listens. */
    onmessage = null;

    /** @param {string | URL} address */
    constructor(address) {
      super();
      this.worker = opened.then(() => {
        const worker = new RealWorker(address);
        worker.addEventListener("error", tellLost);
        worker.addEventListener("message", ({ data }) => {
          const event = new MessageEvent("message", { data });
          this.onmessage?.(event);
          this.dispatchEvent(event);
        });
        return worker;
      });
    }

    /** @param {any} message */
    postMessage(message) {
      const { type, data } = message ?? {};
      let sent = message;
      if (type === QUERY && typeof data === "string") sent = { type, data: plain(data) };
      if (type === QUERY && typeof data?.input === "string") {
        sent = { type, data: { ...data, input: plain(data.input) } };
      }
      this.worker.then((worker) => worker.postMessage(sent));
    }

    terminate() {
      this.worker.then((worker) => worker.terminate());
    }
  }

  window.Worker = new Proxy(RealWorker, {
    construct: (worker, [address, options]) =>
      String(address).includes("/workers/search.")
        ? new LateWorker(address)
        : new worker(address, options),
  });
}
