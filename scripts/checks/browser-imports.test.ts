import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { readModule, waysToPackage } from "./browser-imports";

const isSchemaLibrary = (specifier: string) => /^(zod|@hookform\/resolvers)(\/|$)/.test(specifier);

// It parses the whole product, which takes a busy machine longer than a test has.
test("no schema comes to the browser", () => {
  const files = ["app", "components"]
    .flatMap((root) => readdirSync(root, { recursive: true, encoding: "utf8" }).map((name) => `${root}/${name}`))
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file));
  expect(files.length).toBeGreaterThan(500);
  expect(waysToPackage(files, isSchemaLibrary)).toEqual([]);
}, 60_000);

test("imports of types alone bring nothing", () => {
  const source = `"use client";
    import type { A } from "a";
    import { b } from "b";
    export type { C } from "c";
    const d = () => import("d");`;
  expect(readModule(source)).toEqual({ directive: "use client", imports: ["b", "d"] });
});
