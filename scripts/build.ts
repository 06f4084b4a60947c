import { ensureBuilt } from "./launch/build";
import { plainly } from "./launch/plainly";

/** Builds the web application for an image, with the stamp by which a start knows that nothing is to be built. */
await plainly(async () => {
  await ensureBuilt(process.env.HOMEWARD_DIST_DIR || ".next", new AbortController().signal);
  return 0;
});
