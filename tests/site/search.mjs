// Asks the theme's own search worker, without a browser: node search.mjs WORKER INDEX < terms.json
// Writes the pages that each term finds, in order.

import { readFileSync } from "node:fs";
import vm from "node:vm";

const [worker, index] = process.argv.slice(2);
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
const ask = (type, data) =>
  new Promise((resolve) => {
    answer = resolve;
    listen({ data: { type, data } });
  });

const { config, docs } = JSON.parse(readFileSync(index, "utf8"));
await ask(0, { config, docs, options: {} });
const found = {};
for (const term of terms) {
  const { data } = await ask(2, term);
  // Each item is a page with its sections, the best of them first.
  found[term] = data.items.map((item) => item[0].location.split("#")[0]);
}
process.stdout.write(JSON.stringify(found));
