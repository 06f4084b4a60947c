import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const ignored = ["**/node_modules/**", "**/.next*/**", "**/.data*/**", "e2e/**"];

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
          environment: "node",
          include: ["**/*.test.ts"],
          exclude: [...ignored, "**/*.db.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "db",
          environment: "node",
          include: ["**/*.db.test.ts"],
          exclude: ignored,
          globalSetup: "./db/testing-global.ts",
          env: { LOG_LEVEL: process.env.LOG_LEVEL ?? "error" },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
