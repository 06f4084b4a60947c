import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
// Vitest leaves one core to itself, of two therefore half of the machine to nobody.
const maxWorkers = availableParallelism();
const ignored = ["**/node_modules/**", "**/.next*/**", "**/.data*/**", "e2e/**"];
/** What stands in for a request of Next would stay in a shared world. */
const NEEDS_NEXT = ["app/*.db.test.ts"];
/** Bounds for a slow, busy machine; nothing waits for them that works. */
const patient = { testTimeout: 2 * 60_000, hookTimeout: 2 * 60_000, expect: { poll: { timeout: 60_000 } } };
const database = {
  maxWorkers,
  environment: "node",
  globalSetup: "./db/testing-global.ts",
  env: { LOG_LEVEL: process.env.LOG_LEVEL ?? "error" },
  ...patient,
};

export default defineConfig({
  resolve: {
    alias: [
      { find: "server-only", replacement: path("node_modules/server-only/empty.js") },
      { find: /^@\//, replacement: path("./") },
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Pure tests leave nothing behind, so that a file need not begin with an empty world.
          isolate: false,
          maxWorkers,
          ...patient,
          environment: "node",
          include: ["**/*.test.ts"],
          exclude: [...ignored, "**/*.db.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          ...database,
          name: "db",
          // Each file has a database of its own, and leaves nothing else behind.
          isolate: false,
          include: ["**/*.db.test.ts"],
          exclude: [...ignored, ...NEEDS_NEXT],
        },
      },
      {
        extends: true,
        test: { ...database, name: "db-next", include: NEEDS_NEXT, exclude: ignored },
      },
    ],
  },
});
