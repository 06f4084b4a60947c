import { describe, expect, it } from "vitest";
import { readPreferences } from "./preferences";

const read = (cookies: Record<string, string>) => readPreferences((name) => cookies[name]);

describe("preferences of a browser", () => {
  it("are the usual ones before anybody has chosen", () => {
    expect(read({})).toEqual({ keys: "single", density: "default", textSize: "100" });
  });

  it("are what the cookies say", () => {
    const cookies = { keys: "alt", density: "compact", "text-size": "125" };
    expect(read(cookies)).toEqual({ keys: "alt", density: "compact", textSize: "125" });
  });

  it("D10 are the usual ones where a cookie says what is no choice", () => {
    const cookies = { keys: "on", density: "", "text-size": "900" };
    expect(read(cookies)).toEqual({ keys: "single", density: "default", textSize: "100" });
  });
});
