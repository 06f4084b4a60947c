import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build, type Plugin } from "esbuild";
import { withLock } from "../setup/file-lock.mjs";
import { hashSources } from "./sources";

/** The worker, and what threads of the worker and of the web server do. */
const ENTRIES = [
  "scripts/worker.ts",
  "lib/labels/draw-in-thread.ts",
  "lib/skus/read-in-thread.ts",
  "lib/imports/table-in-thread.ts",
  "lib/receiving/photo-in-thread.ts",
];

/** What Next marks as server code may be imported here as well. */
const serverSide: Plugin = {
  name: "server side",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^server-only$/ }, ({ path }) => ({ path, namespace: "nothing" }));
    onLoad({ filter: /.*/, namespace: "nothing" }, () => ({ contents: "" }));
  },
};

/** Beside the web application's folder, which its own build empties. */
export const bundleDirOf = (distDir: string): string => resolve(`${distDir}-worker`);

/** Bundles what runs outside of Next into files that Node runs as they are; packages stay where they are installed. */
export async function bundle(outdir: string): Promise<void> {
  await build({
    entryPoints: ENTRIES,
    outdir,
    outbase: ".",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "linked",
    plugins: [serverSide],
    logLevel: "warning",
  });
}

/** Bundles into `bundleDirOf(distDir)` unless what is there was made of the same sources. */
export async function ensureBundled(distDir: string): Promise<void> {
  const outdir = bundleDirOf(distDir);
  const stamp = join(outdir, "homeward-sources");
  const sources = hashSources();
  const isThere = () => existsSync(stamp) && readFileSync(stamp, "utf8") === sources;
  if (isThere()) return;
  const say = () => console.log("Another start is bundling; waiting for it.");
  await withLock(
    `.next-locks/bundle${distDir}`,
    async () => {
      if (isThere()) return;
      await bundle(outdir);
      writeFileSync(stamp, sources);
    },
    say,
  );
}
