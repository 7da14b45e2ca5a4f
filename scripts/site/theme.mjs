// The theme's script, without what no page here asks of it: less than half as large. Its own map holds the text
// of each module that it was made of; those make it again, and what is left out makes nothing.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { build } from "esbuild";

const SOURCE = "src/templates/assets/javascripts";
const RXJS = "node_modules/rxjs/src";
// tests/site/test_lean.py: no page has what these look for.
const LEFT_OUT = [
  "components/announce",
  "components/consent",
  "components/content/annotation/block",
  "components/content/annotation/list",
  "components/content/code/_",
  "components/content/link",
  "components/content/mermaid",
  "components/content/tabs",
  "components/dialog",
  "components/header/title",
  "components/palette",
  "components/progress",
  "components/search/highlight",
  "components/search/share",
  "components/search/suggest",
  "components/source/_",
  "components/tabs",
  "components/tooltip",
  "components/tooltip2",
  "components/top",
  "integrations/alternate",
  "integrations/clipboard",
  "integrations/version",
  "patches/indeterminate",
].map((name) => `${SOURCE}/${name}/index.ts`);
// Each page's menu has every page: that list need not be asked for.
const WRITTEN_ANEW = {
  [`${SOURCE}/integrations/sitemap/index.ts`]: `
import { of } from "rxjs";
const links = () => [...document.querySelectorAll("#menu a")].map(({ href }) => [href, [new URL(href)]]);
export const fetchSitemap = () => of(new Map(links()));`,
};
const ENDINGS = ["", ".ts", ".tsx", "/index.ts", "/index.tsx"];
const LANGUAGES = { ".ts": "ts", ".tsx": "tsx" };
const DOES_NOTHING = 'import { EMPTY } from "rxjs";';
const NAMES = /^export (?:async )?function (\w+)/gm;

/**
 * Puts the smaller script in the place of the theme's, with a map of its own.
 * @param {string} folder of the theme's scripts in the built site
 */
export async function makeThemeSmall(folder) {
  const theirs = readdirSync(folder).filter((name) => name.startsWith("bundle."));
  const map = theirs.find((name) => name.endsWith(".map")) ?? "";
  const { sources, sourcesContent } = JSON.parse(readFileSync(join(folder, map), "utf8"));
  const modules = new Map(sources.map((name, at) => [name, sourcesContent[at]]));
  const gone = [...LEFT_OUT, ...Object.keys(WRITTEN_ANEW)].filter((name) => !modules.has(name));
  if (gone.length) throw new Error(`The theme no longer has ${gone}: see scripts/site/theme.mjs`);
  for (const name of theirs) rmSync(join(folder, name));
  const { outputFiles } = await build({
    entryPoints: [`${SOURCE}/bundle.ts`],
    absWorkingDir: folder,
    outdir: folder,
    bundle: true,
    minify: true,
    sourcemap: "external",
    write: false,
    target: "es2015",
    tsconfigRaw: { compilerOptions: { jsxFactory: "h", useDefineForClassFields: false } },
    plugins: [{ name: "theme", setup: (making) => fromMap(making, modules) }],
  });
  const [itsMap, script] = outputFiles;
  // As the theme names it, and as scripts/hosting knows what never changes.
  const named = `bundle.${createHash("sha256").update(script.contents).digest("hex").slice(0, 8)}.min.js`;
  writeFileSync(join(folder, named), `${script.text}//# sourceMappingURL=${named}.map\n`);
  writeFileSync(join(folder, `${named}.map`), itsMap.contents);
}

/** @param {import("esbuild").PluginBuild} making @param {Map<string, string>} modules */
function fromMap(making, modules) {
  const namespace = "theme";
  const names = [...modules.keys()];
  making.onResolve({ filter: /.*/ }, ({ path, importer }) => {
    const at = placeOf(path, importer, names);
    const found = ENDINGS.map((ending) => at + ending).find((each) => modules.has(each));
    if (!found && !names.some((each) => each.startsWith(`${at}/`))) {
      return { errors: [{ text: `The theme's map has no ${path}` }] };
    }
    // What only lists others was packed away: it is its folder here. What is imported for what it does, and not
    // for a name, is for browsers that have no styles of a focus, or are older than lean.mjs's.
    return { path: found ?? at, namespace, sideEffects: false };
  });
  making.onLoad({ filter: /.*/, namespace }, ({ path }) => {
    const text = WRITTEN_ANEW[path] ?? modules.get(path);
    if (text === undefined) return { contents: listOf(path, names), loader: "js" };
    if (!LEFT_OUT.includes(path)) return { contents: text, loader: LANGUAGES[posix.extname(path)] ?? "js" };
    const nothing = [...text.matchAll(NAMES)].map(([, name]) => `export const ${name} = () => EMPTY;`);
    return { contents: [DOES_NOTHING, ...new Set(nothing)].join("\n"), loader: "js" };
  });
}

/** @param {string} path @param {string} importer @param {string[]} names @returns {string} */
function placeOf(path, importer, names) {
  if (!importer) return path;
  if (path === "rxjs") return RXJS;
  if (path.startsWith("~/")) return path.replace("~", SOURCE);
  if (!path.startsWith(".")) return names.find((name) => name.startsWith(`node_modules/${path}/`)) ?? path;
  const folder = /\.\w+$/.test(importer) ? posix.dirname(importer) : importer;
  return posix.join(folder, path);
}

/** @param {string} folder @param {string[]} names @returns {string} a module of all that is in a folder */
function listOf(folder, names) {
  const inside = names.filter((name) => name.startsWith(`${folder}/`));
  // An operator with the name of an observable is known by another name.
  const isKnown = (name) => !inside.includes(name.replace("/operators/", "/observable/"));
  const listed =
    folder === RXJS
      ? inside.filter((name) => !name.includes("/operators/") || isKnown(name))
      : inside.map((name) => posix.join(folder, name.slice(folder.length + 1).split("/")[0]));
  return [...new Set(listed)]
    .map((name) => `export * from "./${posix.relative(folder, name)}";`)
    .join("\n");
}
