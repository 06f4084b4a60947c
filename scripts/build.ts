import { ensureBuilt } from "./launch/build";
import { ensureBundled } from "./launch/bundle";
import { plainly } from "./launch/plainly";

/** Builds the web application and the worker for an image, with the stamps by which a start knows that all is built. */
await plainly(async () => {
  const distDir = process.env.HOMEWARD_DIST_DIR || ".next";
  await ensureBuilt(distDir, new AbortController().signal);
  await ensureBundled(distDir);
  return 0;
});
