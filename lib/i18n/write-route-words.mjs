import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What Next draws around a page, in the folder of the page and in every one above it. */
const AROUND = ["layout", "template", "error", "loading", "not-found", "forbidden", "global-error"];
const ENDS = ["", ".ts", ".tsx", "/index.ts", "/index.tsx"];
const LOCALES = ["en", "zh-CN"];

const isFile = (path) => existsSync(path) && statSync(path).isFile();

function fileOf(from, specifier) {
  if (!/^(\.|@\/)/.test(specifier)) return [];
  const base = specifier.startsWith("@/") ? specifier.slice(2) : join(dirname(from), specifier);
  return ENDS.map((end) => base + end)
    .filter(isFile)
    .slice(0, 1);
}

const known = new Map();

/** A module as far as words go: whose it is, what comes with it, and the words it asks for. */
function readModule(file) {
  const found = known.get(file);
  if (found) return found;
  const source = readFileSync(file, "utf8");
  const imports = [...source.matchAll(/^(?:import|export)\s(?!type\b)(?:[^;"]*?\sfrom\s)?"([^"]+)"/gm)];
  // What comes lazily brings the whole language with it.
  const later = [...source.matchAll(/(lazily\(\s*\(\) =>\s*)?import\(\s*"([^"]+)"/g)].filter(([, lazily]) => !lazily);
  const asked = [...source.matchAll(/\buseTranslations\(([^)]*)\)/g)].map(([, name]) => name);
  const module = {
    directive: /^\s*"use (client|server)"/.exec(source)?.[1],
    imports: [...imports.map(([, from]) => from), ...later.map(([, , from]) => from)].flatMap((from) =>
      fileOf(file, from),
    ),
    words: asked.map((name) => /^"([^"]+)"$/.exec(name)?.[1] ?? `? ${file}`),
  };
  known.set(file, module);
  return module;
}

/** The words that the browser's part of some modules asks for. */
function wordsOf(files) {
  const seen = new Map();
  const queue = files.map((file) => [file, false]);
  for (const [file, isAbove] of queue) {
    if (!/\.tsx?$/.test(file)) continue;
    const { directive, imports } = readModule(file);
    const isBrowsers = isAbove || directive === "client";
    if (directive === "server" || seen.get(file) || (seen.has(file) && !isBrowsers)) continue;
    seen.set(file, isBrowsers);
    queue.push(...imports.map((one) => [one, isBrowsers]));
  }
  const words = new Set([...seen].flatMap(([file, isBrowsers]) => (isBrowsers ? readModule(file).words : [])));
  const unread = [...words].filter((name) => name.startsWith("?"));
  if (unread.length > 0) throw new Error(`A component of the browser asks for words without naming them: ${unread}`);
  return words;
}

const aroundIn = (folder) => AROUND.map((name) => join(folder, `${name}.tsx`)).filter(isFile);

/** Every page's address and the parts its words come in: one for each layout around it, one of its own. */
function routes() {
  const pages = readdirSync("app", { recursive: true, encoding: "utf8" }).filter((file) =>
    /(^|\/)page\.tsx$/.test(file),
  );
  return pages.map((page) => {
    const folders = ["app"];
    for (const name of dirname(page)
      .split("/")
      .filter((part) => part !== "."))
      folders.push(join(folders.at(-1), name));
    const parts = folders.map((folder) => [folder, aroundIn(folder)]).filter(([, files]) => files.length > 0);
    const path = dirname(page)
      .split("/")
      .filter((part) => part !== "." && !part.startsWith("("));
    return { path, parts: [...parts, [join("app", page), [join("app", page)]]] };
  });
}

/** Whether a name, or one it lies under, is among some. */
const isIn = (names, name) => name.split(".").some((_, index, all) => names.has(all.slice(0, index + 1).join(".")));

function pick(messages, names) {
  const picked = {};
  for (const name of names) {
    const path = name.split(".");
    const last = path.pop();
    let [from, to] = [messages, picked];
    for (const part of path) {
      from = from?.[part];
      to = to[part] ??= {};
    }
    if (from?.[last] === undefined) throw new Error(`There are no words ${name}.`);
    to[last] = from[last];
  }
  return picked;
}

/** The words of each route, derived from what its components import: written for the build, which takes them up. */
export function writeRouteWords(folder) {
  mkdirSync(folder, { recursive: true });
  const messages = LOCALES.map((locale) => JSON.parse(readFileSync(`lib/i18n/messages/${locale}.json`, "utf8")));
  const ids = new Map();
  const table = routes().map(({ path, parts }) => {
    const above = new Set();
    const own = [];
    for (const [name, files] of parts) {
      const words = [...wordsOf(files)].filter((one) => !isIn(above, one)).sort();
      const kept = words.filter((one) => !isIn(new Set(words.filter((other) => other !== one)), one));
      for (const one of kept) above.add(one);
      if (kept.length === 0) continue;
      if (!ids.has(name)) {
        ids.set(name, `w${ids.size}`);
        for (const [index, locale] of LOCALES.entries())
          writeFileSync(join(folder, `${ids.get(name)}.${locale}.json`), JSON.stringify(pick(messages[index], kept)));
      }
      own.push(ids.get(name));
    }
    return [path, own];
  });
  // An address that is written out goes before one with a name in it.
  const order = (path) => path.map((part) => (part.startsWith("[") ? "~" : part)).join("/");
  table.sort(([a], [b]) => (order(a) < order(b) ? -1 : 1));
  const loaders = LOCALES.map((locale) => {
    const each = [...ids.values()].map((id) => `${id}: () => import("./${id}.${locale}.json")`);
    return `${JSON.stringify(locale)}: { ${each.join(", ")} }`;
  });
  const source = `export const ROUTES = ${JSON.stringify(table)};\nexport const PARTS = { ${loaders.join(", ")} };\n`;
  writeFileSync(join(folder, "index.js"), source);
  return table;
}
