// Does once, when the site is built, what Pyodide's core does at each start: `node fold.mjs SCRIPT WASM TO`.
//
// The core could be laid anywhere in memory, beside others written in C. So each start writes thousands
// of addresses into its data. Here it always lies in the same place, which its SCRIPT names: those
// addresses are written now, and the function that wrote them, half a megabyte, has nothing left to do.
import { readFileSync } from "node:fs";
import binaryen from "binaryen";
import { elementsOf, globalsOf, read, setData, withoutStart, write } from "./wasm.mjs";

const [script, from, to] = process.argv.slice(2);
const text = readFileSync(script, "utf8");
const RELOCATE = "__wasm_apply_data_relocs";
// Where it lies. It can only be folded for what never changes.
const BASE = { __memory_base: said("__memory_base"), __table_base: said("__table_base") };
// More than it has functions.
const ROOM = 100_000;
const { i32, none } = binaryen;
const ownMutable = (module) => globalsOf(module).filter((each) => !each.module && each.mutable);

/** What the script says of a global that it hands to the core. */
function said(name) {
  const found = text.match(new RegExp(`\\bvar _${name}=(?:new WebAssembly\\.Global\\([^)]*?,)?(\\d+)`));
  if (!found) throw new Error(`pyodide.asm.js has changed: it no longer says what ${name} is`);
  return Number(found[1]);
}

/** What a part of the core may ask for, while it is only being laid out. */
function given(compiled, memory) {
  const given = {};
  const made = {
    memory: () => memory,
    table: () => new WebAssembly.Table({ initial: ROOM, element: "anyfunc" }),
    tag: () => new WebAssembly.Tag({ parameters: ["i32"] }),
    global: (name) => new WebAssembly.Global({ value: "i32", mutable: !(name in BASE) }, said(name)),
    function: (name) => () => {
      throw new Error(`The core calls ${name} before it is started: it can't be folded.`);
    },
  };
  for (const { module, name, kind } of WebAssembly.Module.imports(compiled)) {
    given[module] ??= {};
    given[module][name] = made[kind](name);
  }
  return given;
}

/** Lays out a copy, and returns the data and the globals as they then stand. */
function laidOut() {
  const copy = read(from);
  const own = ownMutable(copy);
  for (const { name } of own) copy.addGlobalExport(name, `~${name}`);
  const compiled = new WebAssembly.Module(copy.emitBinary());
  const memory = new WebAssembly.Memory({ initial: copy.getMemoryInfo().initial, maximum: 65536 });
  copy.dispose();
  const { exports } = new WebAssembly.Instance(compiled, given(compiled, memory));
  exports[RELOCATE]();
  const bytes = new Uint8Array(memory.buffer);
  const end = bytes.findLastIndex((byte) => byte !== 0) + 1;
  return {
    data: bytes.slice(BASE.__memory_base, end),
    values: Object.fromEntries(own.map(({ name }) => [name, exports[`~${name}`].value])),
  };
}

const { data, values } = laidOut();
const core = read(from);
for (const { name, base } of globalsOf(core)) {
  if (!(base in BASE)) continue;
  core.removeGlobal(name);
  core.addGlobal(name, i32, false, core.i32.const(BASE[base]));
}
for (const { name, mutable } of ownMutable(core)) {
  core.removeGlobal(name);
  core.addGlobal(name, i32, mutable, core.i32.const(values[name]));
}
setData(core, [{ offset: core.i32.const(BASE.__memory_base), data }]);
for (const { name, table, data: functions } of elementsOf(core)) {
  core.removeElementSegment(name);
  core.addActiveElementSegment(table, name, functions, core.i32.const(BASE.__table_base));
}
core.removeExport(RELOCATE);
core.addFunction(RELOCATE, none, none, [], core.nop());
core.addFunctionExport(RELOCATE, RELOCATE);
withoutStart(core);
core.runPasses(["remove-unused-module-elements", "simplify-globals", "precompute", "vacuum"]);
write(to, core);
