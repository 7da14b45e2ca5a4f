// Put into pyodide.asm.js by prune.mjs: how the core gets the functions that come with the rest of it
// (split.mjs). Whoever has that rest come later, as docs/assets/js/worker.js does, says how to get it
// by `globalThis.getRestOfCore`. For anyone else it is fetched at the start, and all is as ever.

/** What the first part was given when it was started, what it gives, and the bytes of the rest. */
var givenToCore;
var givenByCore;
var restOfCore;

/** What Pyodide should know of the core's exports: the rest's own have a name that begins with ~. */
function withoutThoseOfRest(exports) {
  givenByCore = exports;
  if ("~trest" in exports && !globalThis.getRestOfCore) fetchRest();
  return Object.fromEntries(Object.entries(exports).filter(([name]) => name[0] !== "~"));
}

function fetchRest() {
  addRunDependency("rest");
  const goOn = () => removeRunDependency("rest");
  readAsync(locateFile("pyodide.asm.rest.wasm")).then((bytes) => (restOfCore = bytes)).then(goOn, goOn);
}

/** The core calls it in the midst of its work. Nothing here may wait. */
function loadRest() {
  const rest = new WebAssembly.Module(restOfCore ?? globalThis.getRestOfCore());
  new WebAssembly.Instance(rest, { ...givenToCore, first: givenByCore });
}
