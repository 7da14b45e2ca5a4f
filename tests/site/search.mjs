// Asks the theme's own search worker, without a browser:
//   node search.mjs WORKER INDEX docs/assets/js/search.js < terms.json
// Writes the pages that each term finds, in order. What our script makes of a question is sent.

import { readFileSync } from "node:fs";
import vm from "node:vm";

const [worker, index, script] = process.argv.slice(2);
const terms = JSON.parse(readFileSync(0, "utf8"));
let listen;
let answer;
const world = {
  console,
  addEventListener: (_, listener) => (listen = listener),
  postMessage: (reply) => answer(reply),
};
world.self = world;
vm.runInNewContext(readFileSync(worker, "utf8"), world);
const ask = (message) =>
  new Promise((resolve) => {
    answer = resolve;
    listen({ data: message });
  });

// Our script, in as much of a page as it asks for: what it hands on is what the worker gets.
let opened;
let got;
class Toggle {
  id = "__search";
}
const page = {
  EventTarget,
  MessageEvent,
  Element: Toggle,
  document: { addEventListener: (kind, listener) => kind === "change" && (opened = listener) },
  XMLHttpRequest: class {
    open() {}
  },
  Worker: class extends EventTarget {
    postMessage(message) {
      got(message);
    }
  },
};
page.window = page;
vm.runInNewContext(readFileSync(script, "utf8"), page);
const searching = new page.window.Worker("assets/javascripts/workers/search.min.js");
opened({ target: new Toggle() });
const asPosted = (message) =>
  new Promise((resolve) => {
    got = resolve;
    searching.postMessage(message);
  });

const { config, docs } = JSON.parse(readFileSync(index, "utf8"));
await ask(await asPosted({ type: 0, data: { config, docs, options: {} } }));
const found = {};
for (const term of terms) {
  const { data } = await ask(await asPosted({ type: 2, data: term }));
  // Each item is a page with its sections, the best of them first.
  found[term] = data.items.map((item) => item[0].location.split("#")[0]);
}
process.stdout.write(JSON.stringify(found));
