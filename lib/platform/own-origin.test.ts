import { describe, expect, it } from "vitest";
import { isOwnOrigin } from "./own-origin";

describe("isOwnOrigin", () => {
  it.each([
    ["https://returns.example", "https://returns.example", true],
    ["https://returns.example", "https://returns.example/", true],
    [null, "https://returns.example", false],
    ["null", "https://returns.example", false],
    ["", "https://returns.example", false],
    ["https://evil.test", "https://returns.example", false],
    ["http://returns.example", "https://returns.example", false],
    ["https://returns.example:444", "https://returns.example", false],
    ["https://returns.example.evil.test", "https://returns.example", false],
    ["http://127.0.0.1:3000", "http://localhost:3000", true],
    ["http://[::1]:3000", "http://localhost:3000", true],
    ["http://127.0.0.1:3001", "http://localhost:3000", false],
    ["https://localhost:3000", "http://localhost:3000", false],
    ["http://localhost:3000", "https://returns.example", false],
  ])("of %j for %j is %j", (origin, configured, isOwn) => expect(isOwnOrigin(origin, configured)).toBe(isOwn));
});
