// Makes a copy of Pyodide's core whose functions say their numbers when they are entered:
// `node instrument.mjs FROM TO DATA`, the last a file for what FROM lays down in memory. TO asks for
// env.entered(number). Prints how many functions there are, and where in memory the data begin. Used
// by scripts/browsers/needed.py.
import { writeFileSync } from "node:fs";
import binaryen from "binaryen";
import { dataOf, ownFunctions, read, write } from "./wasm.mjs";

const [from, to, laid] = process.argv.slice(2);
const { i32, none, Function } = binaryen;
const copy = read(from);
copy.addFunctionImport("entered", "env", "entered", i32, none);
const own = ownFunctions(copy);
own.forEach(({ name, body, results }, number) => {
  const say = copy.call("entered", [copy.i32.const(number)], none);
  Function.setBody(copy.getFunction(name), copy.block(null, [say, body], results));
});
write(to, copy);
const { base, data } = dataOf(copy);
writeFileSync(laid, data);
console.log(own.length, base);
