import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import budgets from "./weights.json" with { type: "json" };

const WORDS = ".next-words";
const LOCALES = ["en", "zh-CN"];

export type Weight = { route: string; scripts: number; words: number; budget: number };

const read = <Value>(path: string): Value => JSON.parse(readFileSync(path, "utf8")) as Value;
const weigh = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length / 1000;
const sum = (parts: readonly number[]): number => parts.reduce((all, one) => all + one, 0);

type Stats = { route: string; firstLoadChunkPaths: string[] };
type Routes = [path: string[], parts: string[]][];

function readRoutes(): Routes {
  const table = /ROUTES = (.*);/.exec(readFileSync(join(WORDS, "index.js"), "utf8"))?.[1];
  if (!table) throw new Error("the words of the routes were not written");
  return JSON.parse(table) as Routes;
}

/**
 * What a build has each page fetch before it answers, in kB as sent, beyond what a page without anything fetches: its
 * scripts, and its words in the language that has more.
 */
export function weights(distDir: string): Weight[] {
  const stats = join(distDir, "diagnostics/route-bundle-stats.json");
  if (!existsSync(stats)) throw new Error(`there is no build in ${distDir}`);
  const { rootMainFiles } = read<{ rootMainFiles: string[] }>(join(distDir, "build-manifest.json"));
  const bare = new Set(rootMainFiles.map((file) => basename(file)));
  const routes = readRoutes();
  const wordsOf = (route: string): number => {
    const [, parts] = routes.find(([path]) => `/${path.join("/")}` === route) ?? ["", []];
    return Math.max(...LOCALES.map((locale) => sum(parts.map((part) => weigh(join(WORDS, `${part}.${locale}.json`))))));
  };
  const known: Record<string, number> = budgets.routes;
  return read<Stats[]>(stats)
    .filter(({ route }) => !route.startsWith("/_"))
    .map(({ route, firstLoadChunkPaths }) => {
      const own = firstLoadChunkPaths.map((path) => basename(path)).filter((name) => !bare.has(name));
      const scripts = sum(own.map((name) => weigh(join(distDir, "static/chunks", name))));
      return { route, scripts, words: wordsOf(route), budget: known[route] ?? budgets.others };
    });
}

export const isTooHeavy = ({ scripts, words, budget }: Weight): boolean => scripts + words > budget;
