// Which tables among the core's data come with the rest of it (split.mjs).
//
// A table that is not there yet would be read as noughts, and nobody would be told. So it goes only if
// it is known where it begins and ends (needed.json, from CPython's own modules: tables.py), and if no
// function of the first part can get to it. There are two ways in C: by its first entry, or by a list
// of the addresses of its rows, one of which is its first entry.
import { getConstants } from "./wasm.mjs";

// How far from a table's address a function's own number may be that stands for it: table[place - 3].
const NEAR = 64;
// How long a list of rows is: 256 addresses, with eight bytes for each.
const LIST = 2048;

/**
 * @param {binaryen.Module} core @param {string[]} needed the names of the first part's functions
 * @param {Record<string, [number, number]>} tables where each is, and how long
 * @param {{base: number, data: Uint8Array}} laid the core's data
 * @returns {[number, number][]} where each that can go begins and ends, in their order
 */
export function seldomTables(core, needed, tables, { base, data }) {
  const said = needed.flatMap((name) => getConstants(core, name));
  // An address in a function is either whole, or counted from the base.
  const addresses = said.flatMap((number) => [number, number + base]);
  const isNear = (place, margin) => addresses.some((each) => Math.abs(each - place) <= margin);
  const words = new Uint32Array(data.slice(0, data.length & ~3).buffer);
  /** @param {number} start */
  function listsOf(start) {
    const places = [];
    for (let at = words.indexOf(start); at >= 0; at = words.indexOf(start, at + 1)) {
      places.push(base + 4 * at);
    }
    return places;
  }
  return Object.values(tables)
    .filter(([start]) => !isNear(start, NEAR) && !listsOf(start).some((at) => isNear(at, LIST)))
    .map(([start, length]) => [start, start + length])
    .sort(([one], [other]) => one - other);
}
