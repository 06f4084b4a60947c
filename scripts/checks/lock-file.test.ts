import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { belowFloor, type LockFile, missingOptionals } from "./lock-file";

const real = (): LockFile => JSON.parse(readFileSync("package-lock.json", "utf8"));

describe("optional platform packages", () => {
  test("our own lock file holds every one of them", () => {
    expect(missingOptionals(real())).toEqual([]);
  });

  test("a lock file without another platform's compiler is named with its parent", () => {
    const doctored = real();
    delete doctored.packages["node_modules/@next/swc-darwin-arm64"];
    expect(missingOptionals(doctored)).toEqual([
      "node_modules/next names @next/swc-darwin-arm64, which the lock file lacks",
    ]);
  });

  test("one that is nested under its parent counts as present", () => {
    const packages = {
      "node_modules/a": { optionalDependencies: { "a-mac": "1.0.0" } },
      "node_modules/a/node_modules/a-mac": { version: "1.0.0" },
      "node_modules/b/node_modules/c": { optionalDependencies: { "c-mac": "1.0.0" } },
      "node_modules/b/node_modules/c-mac": { version: "1.0.0" },
    };
    expect(missingOptionals({ packages })).toEqual([]);
  });
});

describe("the security floor", () => {
  test("our own lock file stands on it", () => {
    expect(belowFloor(real())).toEqual([]);
  });

  test("an older package is found wherever it hides", () => {
    const doctored = real();
    doctored.packages["node_modules/next-auth/node_modules/nodemailer"] = { version: "8.0.4" };
    expect(belowFloor(doctored)).toEqual(["node_modules/next-auth/node_modules/nodemailer 8.0.4 is older than 9.1.1"]);
  });

  test.each([
    ["16.4.1", 0],
    ["16.5.0", 0],
    ["16.4.0", 1],
    ["15.9.9", 1],
    ["16.4.1-canary.3", 1],
  ])("next %s leaves %i complaints", (version, complaints) => {
    expect(belowFloor({ packages: { "node_modules/next": { version } } })).toHaveLength(complaints);
  });
});
