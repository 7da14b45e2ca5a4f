// Makes a copy of Pyodide's core whose functions say their numbers when they are entered:
// `node instrument.mjs FROM TO`, two wasm files. It asks for env.entered(number), and prints how many
// functions there are. Used by scripts/browsers/needed.py.
import binaryen from "binaryen";
import { ownFunctions, read, write } from "./wasm.mjs";

const [from, to] = process.argv.slice(2);
const { i32, none, Function } = binaryen;
const copy = read(from);
copy.addFunctionImport("entered", "env", "entered", i32, none);
const own = ownFunctions(copy);
own.forEach(({ name, body, results }, number) => {
  const say = copy.call("entered", [copy.i32.const(number)], none);
  Function.setBody(copy.getFunction(name), copy.block(null, [say, body], results));
});
write(to, copy);
console.log(own.length);
