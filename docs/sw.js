// Keeps the whole site on the reader's device, so that it works without a connection.
//
// offline.json names every file of a release with its hash. A release is fetched whole into a cache
// of its own, and used only when all of it is there. While the network answers in time, pages come
// from it; what else matters has a name that changes with its content, so that releases never mix.

/**
 * @typedef {{release: string, code: string, size: string, download: string, pack: string,
 *   files: Record<string, string>}} Index
 * @typedef {{name: string, cache: Cache, index: Index, seen: number}} Release
 * @typedef {{page: string, stamp: string, code: string}} Shown the page that asks, of which release
 */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const root = worker.registration.scope;
// Other sites may share our host, and so its caches.
const OURS = `second-mortgage-help ${new URL(root).pathname} `;
const INDEX = "offline.json";
// On a weak signal the kept copy is shown after so long; later when it is older than a day.
const PATIENCE = 3000;
const MORE_PATIENCE = 15_000;
const A_DAY = 86_400_000;
// So few changed pages are fetched one by one, more of them in one pack.
const FEW = 8;
// The page's own worker checks these.
const CHECKED_LATER = /\.(wasm|zip|whl)$/;
const NEVER_KEPT = /^(sw\.js|offline.*\.json|[^/]*\.zip)$/;
// What a host may say about every file, and would not be there to say without a connection.
const POLICIES = ["content-security", "cross-origin-opener", "cross-origin-resource", "permissions", "referrer"];
const PROTECTION = [...POLICIES.map((each) => `${each}-policy`), "x-content-type-options"];

/** @type {Promise<Release[]> | null} */
let known = null;
/** @type {Promise<object> | null} */
let filling = null;

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const [address = ""] = request.url.split(/[?#]/);
  if (request.method !== "GET" || !address.startsWith(root)) return;
  const path = address.slice(root.length).replace(/(^|\/)index\.html$/, "$1");
  if (NEVER_KEPT.test(path)) return;
  event.respondWith(path.startsWith("assets/") ? steady(request, path) : fresh(request, path));
});

worker.addEventListener("message", (event) => {
  const { kind, shown } = /** @type {{kind: string, shown: Shown}} */ (event.data);
  const work = kind === "keep" ? keep(shown) : kind === "remove" ? remove() : describe();
  const answer = work.catch(({ name }) => ({ failed: name }));
  event.waitUntil(answer.then((said) => event.ports[0]?.postMessage(said)));
});

/** Every whole release that is kept, the one seen last first. */
function releases() {
  known ??= readReleases();
  return known;
}

const ourCaches = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));

async function readReleases() {
  const found = /** @type {Release[]} */ ([]);
  for (const name of await ourCaches()) {
    const cache = await caches.open(name);
    const said = await cache.match(root + INDEX);
    const seen = Date.parse(said?.headers.get("date") ?? "");
    if (said) found.push({ name, cache, seen, index: await said.json() });
  }
  return found.sort((one, other) => other.seen - one.seen);
}

/**
 * The kept copy of a file, if it is still what was published.
 * @param {string} path
 */
async function copyOf(path) {
  for (const { cache, index } of await releases()) {
    const hash = index.files[path];
    const copy = hash && (await cache.match(root + path));
    if (!copy) continue;
    if (CHECKED_LATER.test(path)) return copy;
    const body = await copy.arrayBuffer();
    if ((await digest(body)) === hash) return new Response(body, copy);
    await cache.delete(root + path);
  }
  return null;
}

/** @param {BufferSource} body */
async function digest(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return [...bytes.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * A file whose name says what is in it.
 * @param {Request} request @param {string} path
 */
async function steady(request, path) {
  // “Reload” is asked for by one who found the kept copy damaged.
  const copy = request.cache === "reload" ? null : await copyOf(path);
  if (copy) return copy;
  const response = await fetch(request);
  if (request.cache === "reload" && response.ok) {
    const damaged = (await releases()).find(({ index }) => index.files[path]);
    await damaged?.cache.put(root + path, response.clone());
  }
  return response;
}

/**
 * A page, or what lists the pages: the network's while it answers in time.
 * @param {Request} request @param {string} path
 */
async function fresh(request, path) {
  const [release] = await releases();
  if (!release) return fetch(request);
  const answer = fetch(request, { cache: "no-cache" });
  answer.catch(() => undefined);
  const isOld = Date.now() - release.seen > A_DAY;
  try {
    const response = await Promise.race([answer, pause(isOld ? MORE_PATIENCE : PATIENCE)]);
    if (response && response.status < 500) return response;
  } catch {
    // No connection.
  }
  const copy = await copyOf(path);
  if (copy) return copy;
  if (release.index.files[`${path}/`]) return Response.redirect(`${root}${path}/`);
  return answer.catch(async (error) => {
    const lost = request.mode === "navigate" && (await copyOf("404.html"));
    if (!lost) throw error;
    return new Response(lost.body, { status: 404, headers: lost.headers });
  });
}

/** @param {number} time @returns {Promise<void>} */
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** @param {Shown} shown */
async function keep(shown) {
  filling ??= fill().finally(() => (filling = null));
  const said = await filling;
  // Once no other page is open, and this one is of the new release, nobody needs an older one.
  const [release] = await releases();
  const windows = await worker.clients.matchAll({ type: "window" });
  if (windows.length < 2 && shown.code === release?.index.code) await clear(release.name);
  const copy = await copyOf(shown.page);
  const newer = copy !== null && !(await copy.text()).includes(`content="${shown.stamp}"`);
  return { ...said, newer };
}

/** Fetches what is missing of the release that the host has now; what is there already, stays. */
async function fill() {
  const said = await get(INDEX, "no-cache");
  const index = /** @type {Index} */ (await said.json());
  // A script's may be another: a worker goes by its own. Where they change, what is kept is made anew.
  const [ofPages = [], ofScripts = []] = [said, await get("sw.js", "no-cache")].map(({ headers }) =>
    PROTECTION.map((name) => [name, headers.get(name) ?? ""]),
  );
  const means = await digest(new TextEncoder().encode(JSON.stringify([ofPages, ofScripts])));
  const before = await releases();
  const name = `${OURS}${means.slice(0, 8)} ${index.release}`;
  const cache = await caches.open(name);
  const here = new Set((await cache.keys()).map(({ url }) => url.slice(root.length)));
  let missing = Object.keys(index.files).filter((path) => !here.has(path));
  /** @param {string} path @param {BodyInit} body @param {string | null} [type] */
  const put = (path, body, type) => {
    const given = [["content-type", type ?? ""], ...(path.endsWith(".js") ? ofScripts : ofPages)];
    const headers = Object.fromEntries(given.filter(([, value]) => value));
    return cache.put(root + path, new Response(body, { headers }));
  };
  for (const old of before) {
    for (const path of missing.filter((each) => old.index.files[each] === index.files[each])) {
      const copy = await old.cache.match(root + path);
      if (!copy) continue;
      await put(path, await copy.arrayBuffer(), copy.headers.get("content-type"));
      missing = missing.filter((each) => each !== path);
    }
  }
  if (missing.length > FEW) {
    const pack = /** @type {Record<string, string[]>} */ (await (await get(index.pack)).json());
    for (const path of missing.filter((each) => each in pack)) {
      const [type = "", text] = pack[path] ?? [];
      const body = new TextEncoder().encode(text);
      if ((await digest(body)) !== index.files[path]) continue;
      await put(path, body, type);
      missing = missing.filter((each) => each !== path);
    }
  }
  for (const path of missing) {
    const { body, type } = await sound(path, index.files[path] ?? "");
    await put(path, body, type);
  }
  const now = { date: new Date().toUTCString() };
  await cache.put(root + INDEX, new Response(JSON.stringify(index), { headers: now }));
  known = null;
  return { first: before.length === 0, ...(await describe()) };
}

/** @param {string} path @param {RequestCache} [cache] */
async function get(path, cache) {
  const response = await fetch(root + path, { cache, priority: "low" });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

/**
 * A file as it was published; what a cache on the way has spoiled is asked for past the caches.
 * @param {string} path @param {string} hash
 */
async function sound(path, hash) {
  for (const cache of /** @type {RequestCache[]} */ (["default", "reload"])) {
    const response = await get(path, cache);
    const body = await response.arrayBuffer();
    if ((await digest(body)) === hash) return { body, type: response.headers.get("content-type") };
  }
  throw new Error(`${path} is not what was published`);
}

/** @param {string} [but] what is to stay */
async function clear(but) {
  for (const name of await ourCaches()) if (name !== but) await caches.delete(name);
  known = null;
}

async function describe() {
  const [release] = await releases();
  return release ? { kept: release.index.size } : {};
}

async function remove() {
  await filling?.catch(() => undefined);
  await clear();
  await worker.registration.unregister();
  return {};
}
