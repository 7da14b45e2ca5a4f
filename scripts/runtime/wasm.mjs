// What fold.mjs, instrument.mjs and split.mjs do with WebAssembly, by the library of Binaryen.
import { readFileSync, writeFileSync } from "node:fs";
import binaryen from "binaryen";

const { Features, getElementSegmentInfo, getFunctionInfo, getGlobalInfo, getTableInfo } = binaryen;
// What Pyodide's wasm is built with, and nothing newer: see FEATURES in prune.mjs.
const KNOWN =
  Features.MutableGlobals |
  Features.NontrappingFPToInt |
  Features.BulkMemory |
  Features.BulkMemoryOpt |
  Features.SignExt |
  Features.SIMD128 |
  Features.ExceptionHandling |
  Features.ReferenceTypes |
  Features.Multivalue |
  Features.ExtendedConst;
// What the library calls a memory that is imported.
const MEMORY = "mimport$0";

/** @param {string} path */
export function read(path) {
  const module = binaryen.readBinary(readFileSync(path));
  module.setFeatures(KNOWN);
  return module;
}

/** @param {string} path @param {binaryen.Module} module */
export function write(path, module) {
  if (!module.validate()) throw new Error(`${path} would not be valid`);
  writeFileSync(path, module.emitBinary());
}

const each = (count, at, info) => [...Array(count).keys()].map((place) => info(at(place)));
export const functionsOf = (m) => each(m.getNumFunctions(), m.getFunctionByIndex, getFunctionInfo);
export const globalsOf = (m) => each(m.getNumGlobals(), m.getGlobalByIndex, getGlobalInfo);
export const tablesOf = (m) => each(m.getNumTables(), m.getTableByIndex, getTableInfo);
export const elementsOf = (m) =>
  each(m.getNumElementSegments(), m.getElementSegmentByIndex, getElementSegmentInfo);
/** Those that are not imported, in their order: a function's place here is its number. */
export const ownFunctions = (m) => functionsOf(m).filter(({ module }) => !module);

/** The memory's first contents, and where they begin. @param {binaryen.Module} module */
export function dataOf(module) {
  if (module.getNumDataSegments() !== 1) throw new Error("the core's data are no longer in one piece");
  const { offset, data } = module.getDataSegmentInfo(module.getDataSegmentByIndex(0));
  return { base: offset, data: new Uint8Array(data) };
}

/** Each number that a function has in it. @param {binaryen.Module} module @param {string} name */
export function getConstants(module, name) {
  const text = binaryen.emitText(getFunctionInfo(module.getFunction(name)).body);
  return [...text.matchAll(/(?:i32\.const |offset=)(-?\d+)/g)].map(([, number]) => Number(number));
}

/** The memory's first contents become others; it stays an imported one. */
export function setData(module, segments) {
  const { initial, max } = module.getMemoryInfo();
  module.setMemory(initial, max, null, segments, false, false, MEMORY);
  module.addMemoryImport(MEMORY, "env", "memory", false);
}

/** Nothing runs by itself when it is started any more. */
export function withoutStart(module) {
  const { none } = binaryen;
  module.setStart(module.addFunction("~nothing", none, none, [], module.nop()));
}
