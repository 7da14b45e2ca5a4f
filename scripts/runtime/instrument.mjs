// Makes a copy of Pyodide's core whose functions say their numbers when they are entered:
// `node instrument.mjs FROM TO DATA`, the last a file for what FROM lays down in memory. TO asks for
// env.entered(number). Prints, as JSON, how many functions there are, where in memory the data begin, and
// which function stands at each place of the core's table, from the first. Used by
// scripts/browsers/needed.py.
import { writeFileSync } from "node:fs";
import binaryen from "binaryen";
import { dataOf, elementsOf, ownFunctions, read, write } from "./wasm.mjs";

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
const numbers = new Map(own.map(({ name }, number) => [name, number]));
const [listed, ...others] = elementsOf(copy);
if (others.length) throw new Error("the core's table is no longer in one piece");
const first = binaryen.getExpressionInfo(listed.offset).value;
const table = listed.data.map((name) => numbers.get(name) ?? null);
console.log(JSON.stringify({ count: own.length, base, first, table }));
