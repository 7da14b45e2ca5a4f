// Gets the files of the runtime over a line that may be slow, cut off or damaging: counted as they
// arrive, taken up where they stopped, tried again with patience, and checked at the end.

/** @typedef {{sha256: string, bytes: number, compressed: number}} Expected as the manifest says */
/** @typedef {import("./messages.js").Trouble} Trouble */
/**
 * @typedef {{
 *   cache: (name: string, tries: number) => RequestCache,
 *   priority: RequestPriority,
 *   arrived: (bytes: number) => void,
 *   waiting: () => void,
 * }} Way how to ask, and whom to tell of bytes and of waiting
 */

// In a row, without much that is new; the pauses between them double.
const TRIES = 4;
const FIRST_PAUSE = 1000;
const MUCH = 65_536;
// A browser may throw away what the page had not yet read when a line breaks: a small piece that
// came whole is safe from that.
const PIECE = 131_072;
// Nothing for so long: that connection is dead, another may not be.
const STALL = 20_000;

// The worker hands these files on by a fetch of its own.
const ask = self.fetch.bind(self);

/** What came ended too soon, and nobody says that the line broke. */
class Short extends Error {}

/** A download that will not get better by trying again. */
export class Failed extends Error {
  /** @param {string} name @param {Trouble} trouble @param {unknown} cause */
  constructor(name, trouble, cause) {
    super(`${name}: ${trouble}: ${cause}`);
    this.name = name;
    this.trouble = trouble;
  }
}

/**
 * A file: `body` can be read while it arrives, `whole` comes when it is there and right.
 * @param {string} name how messages call it
 * @param {URL} address @param {Expected} expected @param {Way} way
 */
export function download(name, address, expected, way) {
  /** @type {Uint8Array<ArrayBuffer>} */
  const bytes = new Uint8Array(expected.bytes);
  let received = 0;
  /** @type {ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>} */
  let reader;
  const body = new ReadableStream({ start: (controller) => void (reader = controller) });

  /** @param {Response} response @param {number} end @param {() => void} alive */
  async function take(response, end, alive) {
    let skip = response.status === 206 ? 0 : received;
    for (const stream = response.body?.getReader(); stream; ) {
      const { done, value } = await stream.read();
      if (done) break;
      alive();
      const fresh = value.subarray(skip);
      skip -= value.length - fresh.length;
      if (received + fresh.length > bytes.length) throw new Failed(name, "damaged", "too long");
      bytes.set(fresh, received);
      if (fresh.length) reader.enqueue(bytes.subarray(received, received + fresh.length));
      received += fresh.length;
      way.arrived(fresh.length);
    }
    if (received < end) throw new Short(`ended after ${received}`);
  }

  async function get() {
    let encoded = true;
    let inPieces = false;
    for (let tries = 1, stoodAt = 0; received < bytes.length; tries += 1) {
      const dead = new AbortController();
      let timer = setTimeout(() => dead.abort("stalled"), STALL);
      const alive = () => {
        clearTimeout(timer);
        timer = setTimeout(() => dead.abort("stalled"), STALL);
      };
      // The rest comes uncompressed: at first the whole may be less, if the line holds.
      const rest = !encoded || tries > 2 || bytes.length - received < expected.compressed;
      try {
        const { priority } = way;
        const part = rest && (received > 0 || (inPieces && !encoded));
        const isLast = bytes.length - received <= PIECE;
        const end = part && inPieces && !isLast ? received + PIECE : bytes.length;
        const headers = part ? { range: `bytes=${received}-${inPieces ? end - 1 : ""}` } : undefined;
        const cache = way.cache(name, tries);
        const asked = ask(address, { signal: dead.signal, priority, cache, headers });
        const response = accept(name, await asked);
        encoded = response.headers.has("content-encoding");
        await take(response, end, alive);
        tries = 0;
      } catch (error) {
        if (received - stoodAt > MUCH) tries = 1;
        else inPieces = true;
        stoodAt = received;
        await again(name, error, tries, way);
      } finally {
        clearTimeout(timer);
      }
    }
    const hash = await fingerprint(bytes);
    if (hash && hash !== expected.sha256) throw new Failed(name, "damaged", hash);
    reader.close();
    return bytes;
  }

  const whole = get();
  whole.catch((error) => reader.error(error));
  const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  return { whole, response: new Response(body, { headers: { "content-type": type } }) };
}

/**
 * Browsers hash only on https and on the device itself; elsewhere the length must do.
 * @param {BufferSource} bytes
 */
export async function fingerprint(bytes) {
  if (!crypto.subtle) return "";
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {string} name @param {Response} response */
function accept(name, response) {
  const mayPass = response.status >= 500 || response.status === 408 || response.status === 429;
  if (response.ok) return response;
  if (mayPass) throw new Error(String(response.status));
  throw new Failed(name, "missing", response.status);
}

/**
 * Wait a little longer each time; when a lost connection is back, not a moment longer.
 * @param {string} name @param {unknown} error @param {number} tries @param {Way} way
 */
async function again(name, error, tries, way) {
  if (error instanceof Failed) throw error;
  if (tries >= TRIES) throw new Failed(name, error instanceof Short ? "damaged" : "lost", error);
  way.waiting();
  await new Promise((resolve) => {
    setTimeout(resolve, FIRST_PAUSE * 2 ** (tries - 1));
    self.addEventListener("online", resolve, { once: true });
  });
}
