// Splits Pyodide's core in two: `node split.mjs CORE NEEDED TO`, folders but for NEEDED.
//
// pyodide.asm.wasm         the functions that NEEDED names: starting and answering take no more
// pyodide.asm.rest.wasm    every other function, and tables that only those can get to (tables.mjs)
//
// Nothing is left out. In place of a function of the rest stands one that has the rest loaded, once,
// and goes on there; prune.mjs shows how a script finds it. So a gap in NEEDED costs a request.
import { copyFileSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import binaryen from "binaryen";
import { seldomTables } from "./tables.mjs";
import { dataOf, elementsOf, functionsOf, globalsOf, ownFunctions, read, setData } from "./wasm.mjs";
import { tablesOf, withoutStart, write } from "./wasm.mjs";

const [from, list, to] = process.argv.slice(2);
const WASM = "pyodide.asm.wasm";
const REST = "pyodide.asm.rest.wasm";
// What the rest knows the first part by, and what it knows a function, global or table of it by: see
// rest.js.
const FIRST = "first";
const given = { function: "~f", global: "~g", table: "~t" };
// The table of what the rest gives.
const TABLE = "rest";
const { expandType, funcref, none } = binaryen;

const { functions, tables } = JSON.parse(readFileSync(list, "utf8"));
const bits = Buffer.from(functions, "base64");
const isNeeded = (number) => (bits[number >> 3] & (1 << (number & 7))) !== 0;
const plain = read(join(from, WASM));
const [needed, seldom] = [true, false].map((wanted) =>
  ownFunctions(plain).filter((_, number) => isNeeded(number) === wanted),
);
const laid = dataOf(plain);
const late = seldomTables(plain, needed.map(({ name }) => name), tables, laid);
const exported = WebAssembly.Module.exports(new WebAssembly.Module(readFileSync(join(from, WASM))));
plain.dispose();

/** What is laid down from one place to another. */
function segment(module, start, end) {
  const data = laid.data.subarray(start - laid.base, end - laid.base);
  return { offset: module.i32.const(start), data };
}

/** What the first part lays down, which is all but the tables that come late. */
function early(module) {
  const starts = [laid.base, ...late.map(([, end]) => end)];
  const ends = [...late.map(([start]) => start), laid.base + laid.data.length];
  return starts.map((start, number) => segment(module, start, ends[number]));
}

/** The core with a stand-in for each function of the rest. `places` are theirs in its table, by name. */
function firstPart(places) {
  const first = read(join(from, WASM));
  setData(first, early(first));
  first.addTable(TABLE, places.size, places.size, funcref);
  first.addFunctionImport("load", "env", "load_rest", none, none);
  for (const { name, params, results } of seldom) {
    const place = () => first.i32.const(places.get(name) ?? 0);
    const isMissing = first.ref.is_null(first.table.get(TABLE, place(), funcref));
    const handedOn = expandType(params).map((type, at) => first.local.get(at, type));
    first.removeFunction(name);
    first.addFunction(name, params, results, [], first.block(null, [
      first.if(isMissing, first.call("load", [], none)),
      first.call_indirect(TABLE, place(), handedOn, params, results),
    ], results));
  }
  return first;
}

/** Those of the rest that the first part can get to: the others are called by them alone. */
function entrances() {
  const trial = firstPart(new Map());
  trial.runPasses(["remove-unused-module-elements"]);
  const left = new Set(functionsOf(trial).map(({ name }) => name));
  trial.dispose();
  return seldom.map(({ name }) => name).filter((name) => left.has(name));
}

/** The core without what the first part has. */
function restOfIt(names) {
  const rest = read(join(from, WASM));
  for (const { name } of exported) rest.removeExport(name);
  for (const { name } of elementsOf(rest)) rest.removeElementSegment(name);
  withoutStart(rest);
  setData(rest, late.map(([start, end]) => segment(rest, start, end)));
  for (const { name, params, results } of needed) {
    rest.removeFunction(name);
    rest.addFunctionImport(name, FIRST, given.function + name, params, results);
  }
  for (const { name, module, type, mutable } of globalsOf(rest)) {
    if (!module && mutable) rest.addGlobalImport(name, FIRST, given.global + name, type, mutable);
  }
  for (const { name, module } of tablesOf(rest)) {
    if (!module) rest.addTableImport(name, FIRST, given.table + name);
  }
  rest.addTable(TABLE, names.length, names.length, funcref);
  rest.addActiveElementSegment(TABLE, TABLE, names, rest.i32.const(0));
  rest.addTableImport(TABLE, FIRST, given.table + TABLE);
  rest.runPasses(["remove-unused-module-elements"]);
  return rest;
}

mkdirSync(to, { recursive: true });
const names = entrances();
write(join(to, REST), restOfIt(names));
const first = firstPart(new Map(names.map((name, place) => [name, place])));
const wanted = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(join(to, REST))));
for (const { module, name, kind } of wanted) {
  if (module !== FIRST) continue;
  const own = name.slice(given[kind].length);
  if (kind === "function") first.addFunctionExport(own, name);
  else if (kind === "global") first.addGlobalExport(own, name);
  else first.addTableExport(own, name);
}
first.runPasses(["remove-unused-module-elements"]);
write(join(to, WASM), first);
for (const name of readdirSync(from)) if (/js$/.test(name)) copyFileSync(join(from, name), join(to, name));
