// Makes scripts and styles few and small: `node lean.mjs SITE CALCULATORS MANIFEST STYLE...`.
//
// The STYLEs, which every page has, become one in their order, assets/css/all.css: of the theme's, only what
// a page or a script has a word for. A script becomes one with what it always needs. What it may need later,
// by import(), stays a file of its own under its own name. The worker is one, and holds the MANIFEST of
// Python's files. Prints which needs which at once.
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { build, transform } from "esbuild";
import { PurgeCSS } from "purgecss";
import { makeThemeSmall } from "./theme.mjs";

const [site, calculators, manifest, ...styles] = process.argv.slice(2);
// docs/about/decisions/browsers.md: the oldest that calculators run in, and what may still show pages.
const CALCULATORS = ["chrome95", "firefox114", "safari15.4"];
const PAGES = ["chrome80", "firefox78", "safari13"];
const read = (path) => readFileSync(path, "utf8");

const scripts = resolve(site, "assets/js");
// Plain scripts, in the words of older browsers, for what must work when all else does not.
const plain = ["ready.js", "search.js", "theme.js"];
const modules = readdirSync(scripts).filter((name) => !plain.includes(name));
// Not those in a comment, which are types.
const LATER = /^(?! *(?:\/?\*|\/\/)).*\bimport\("\.\/([\w-]+\.js)"\)/gm;
const later = modules.flatMap((name) =>
  [...read(join(scripts, name)).matchAll(LATER)].map(([, found]) => found),
);
const entries = [...new Set(["main.js", ...later])].sort();
/** @type {import("esbuild").BuildOptions} */
const settings = {
  outdir: scripts,
  // The names of parts depend on it.
  absWorkingDir: scripts,
  bundle: true,
  format: "esm",
  minify: true,
  target: CALCULATORS,
  write: false,
};
const { metafile, outputFiles } = await build({
  ...settings,
  entryPoints: entries.map((name) => join(scripts, name)),
  splitting: true,
  chunkNames: "part-[hash]",
  metafile: true,
});
const worker = await build({
  ...settings,
  entryPoints: [join(scripts, "worker.js")],
  define: { "self.RUNTIME": read(manifest) },
});
for (const name of modules) rmSync(join(scripts, name));
for (const { path, contents } of [...outputFiles, ...worker.outputFiles]) writeFileSync(path, contents);
// What each needs at once, so that a page can ask for all of it together.
const parts = Object.entries(metafile.outputs).map(([path, { imports }]) => [
  basename(path),
  imports.filter(({ kind }) => kind === "import-statement").map((each) => basename(each.path)),
]);
console.log(JSON.stringify(Object.fromEntries(parts)));
for (const name of plain) {
  const path = join(scripts, name);
  const { code } = await transform(read(path), { format: "iife", minify: true, target: "es2015" });
  writeFileSync(path, code);
}

await makeThemeSmall(join(site, "assets/javascripts"));
const isTheme = (path) => path.includes("assets/stylesheets/");
const ours = styles.filter((each) => !isTheme(each)).map(read);
// Answers are made in the browser, of words that stand in calculators/. Any of them keeps a style.
const content = ["**/*.html", "assets/{js,javascripts}/*.js"].map((each) => join(site, each));
// A browser marks by itself what the theme marks by a script.
const theirs = styles.filter(isTheme).map((path) => read(path).replaceAll(".focus-visible", ":focus-visible"));
const needed = await new PurgeCSS().purge({
  content: [...content, join(calculators, "**/*.{py,toml}")],
  css: theirs.map((raw) => ({ raw })),
  keyframes: true,
  variables: true,
  safelist: { variables: ours.join().match(/--[\w-]+/g) ?? [] },
  // What the theme can show and no page has: tests/site/test_lean.py. The words are in its script, or mean
  // something else here.
  blocklist: [
    /^md-(annotation|clipboard|code|logo|source|tag|tooltip|version)/,
    /^(critic|filename|footnote|inline|linenos|mermaid|tabbed)/,
    /^(cards|example|failure|grid|info|keys|md-status|question|quote|result)$/,
    // Of a program's colors, those of what no program here has.
    /^(c|g[eiortu]|kr|kt|l|m|mo|n|n[eintov]|o|s[cer]|vi)$/,
  ],
});
const text = [...needed.map(({ css }) => css), ...ours];
for (const path of styles) rmSync(path);
rmSync(join(site, "assets/stylesheets"), { recursive: true });
writeFileSync(join(site, "assets/css/all.css"), text.join("\n"));
for (const name of readdirSync(join(site, "assets/css"))) {
  const path = join(site, "assets/css", name);
  const { code } = await transform(read(path), { loader: "css", minify: true, target: PAGES });
  writeFileSync(path, code);
}
