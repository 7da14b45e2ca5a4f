// Makes Pyodide's core smaller without changing what it can do: `node prune.mjs FROM TO`.
//
// Pyodide exports nearly every function of its wasm, so that packages written in C can be linked
// to it while it runs. This site has none of those. Without the exports that nothing calls by
// name, Binaryen's wasm-metadce can tell what is out of reach, and Terser the same of the script.
// Nothing is left out because a trial did not need it: only what no code that stays refers to.
// Then the core is laid out for good (fold.mjs), and its script learns where the rest of it may be
// (rest.js).
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { minify } from "terser";

const [from, to] = process.argv.slice(2);
const metadce = join(dirname(createRequire(import.meta.url).resolve("binaryen")), "bin/wasm-metadce");
// What Pyodide's wasm is built with; Binaryen must know it to read it, and adds nothing newer.
const FEATURES = [
  "exception-handling", "bulk-memory", "sign-ext", "mutable-globals", "nontrapping-float-to-int",
  "reference-types", "multivalue", "simd", "extended-const",
];
const NOTICE =
  "// Pyodide (https://github.com/pyodide/pyodide, MPL-2.0), pruned and shortened by " +
  "scripts/runtime/prune.mjs; rest.js is added.";

function read(name) {
  if (!existsSync(join(from, name))) throw new Error(`Pyodide has changed: it has no ${name}`);
  return readFileSync(join(from, name), "utf8");
}
const [script, loader] = [hooked(read("pyodide.asm.js")), read("pyodide.mjs")];
const described = (path) => {
  const module = new WebAssembly.Module(readFileSync(path));
  return { exports: WebAssembly.Module.exports(module), imports: WebAssembly.Module.imports(module) };
};
/** Every word of a script: more than the names that it uses, never fewer. */
const words = (script) => new Set(script.match(/[\w$]+/g));

/** The script with rest.js in it. */
function hooked(script) {
  const rest = readFileSync(new URL("rest.js", import.meta.url), "utf8");
  const places = [
    ["function getWasmImports()", `${rest}function getWasmImports()`],
    ["var wasmImports={", "var wasmImports={load_rest:loadRest,"],
    ["var info=getWasmImports();if(", "var info=givenToCore=getWasmImports();if("],
    ["{wasmExports=instance.exports;", "{wasmExports=withoutThoseOfRest(instance.exports);"],
  ];
  for (const [old, hook] of places) {
    if (script.split(old).length !== 2) throw new Error(`pyodide.asm.js has changed: no one ${old}`);
    script = script.replace(old, () => hook);
  }
  return script;
}

/** Drops, from a script, every match of a pattern but those whose first group is wanted. */
function drop(script, pattern, wanted) {
  let dropped = 0;
  const left = script.replace(pattern, (all, name) => (wanted(name) ? all : (dropped++, "")));
  // Another release of Pyodide may be written in another way: better stop than ship it whole.
  if (dropped < 100) throw new Error(`pyodide.asm.js has changed: ${pattern} drops only ${dropped}`);
  return left;
}

// One line for each export: `var _name=Module["_name"]=wasmExports["name"];` or, for data, `=123;`.
const EXPORT = /var (_[\w$]+)=Module\["\1"\]=(?:wasmExports\["[\w$.]+"\]|\d+);/g;
// The same for the script's own functions, and what C code must know to call one of them.
const OWN = /Module\["([\w$]+)"\]=\1;/g;
const SIGNATURE = /(?<=[;}])([\w$]+)\.sig="\w*";/g;

function pruneWasm() {
  const { exports, imports } = described(join(from, "pyodide.asm.wasm"));
  const used = words(script.replace(EXPORT, "") + loader);
  // The wasm looks up its own functions by name too, in the "global offset table".
  for (const { module, name } of imports) if (module.startsWith("GOT.")) used.add(name);
  const kept = exports.filter(({ name }) => used.has(name) || used.has(`_${name}`));
  if (kept.length < 100) throw new Error("pyodide.asm.js has changed: it uses few exports");
  const graph = join(to, "exports.json");
  writeFileSync(graph, JSON.stringify(kept.map(({ name }) => ({ name, export: name, root: true }))));
  const pruned = join(to, "pruned.wasm");
  const output = join(to, "pyodide.asm.wasm");
  const features = FEATURES.map((feature) => `--enable-${feature}`);
  const options = ["--graph-file", graph, "-o", pruned, ...features];
  execFileSync(process.execPath, [metadce, join(from, "pyodide.asm.wasm"), ...options], {
    maxBuffer: 1 << 26,
  });
  const fold = new URL("fold.mjs", import.meta.url).pathname;
  execFileSync(process.execPath, [fold, join(from, "pyodide.asm.js"), pruned, output]);
  rmSync(pruned);
  return new Set(described(output).imports.map(({ name }) => name));
}

async function pruneScript(imported) {
  // What the script offers the wasm, as `name:function` or `name`: most was for C packages.
  const offered = /(?<=var wasmImports=\{)[^}]*(?=\})/;
  const offers = script.match(offered)[0].split(",");
  const kept = offers.filter((offer) => [...imported, "load_rest"].includes(offer.split(":")[0]));
  const signed = new Set(kept.map((offer) => offer.split(":").pop()));
  let left = script.replace(offered, kept.join(","));
  const bare = left.replace(EXPORT, "").replace(OWN, "").replace(SIGNATURE, "");
  const used = words(bare + loader);
  const properties = new Set(
    [...(bare + loader).matchAll(/[."']([\w$]+)/g)].map((match) => match[1]),
  );
  // The script also asks for `Module["_" + name]`.
  left = drop(left, EXPORT, (name) => used.has(name) || used.has(name.slice(1)));
  left = drop(left, OWN, (name) => properties.has(name));
  left = drop(left, SIGNATURE, (name) => signed.has(name));
  // A direct eval could name anything. The only ones run JavaScript that C packages bring along.
  left = left.replace(/(?<![\w$.])eval\(/g, "(0,eval)(");
  const { code } = await minify(left, { compress: { passes: 3 }, format: { preamble: NOTICE } });
  return code;
}

mkdirSync(to, { recursive: true });
writeFileSync(join(to, "pyodide.asm.js"), await pruneScript(pruneWasm()));
copyFileSync(join(from, "pyodide.mjs"), join(to, "pyodide.mjs"));
