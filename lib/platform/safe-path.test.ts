import { describe, expect, it } from "vitest";
import { safePath } from "./safe-path";

describe("safePath", () => {
  it.each(["/returns", "/returns?tab=all&q=a%2Fb", "/returns/0198-x", "/import?x=//y"])("keeps %j", (path) =>
    expect(safePath(path)).toBe(path),
  );

  it.each([
    undefined,
    null,
    ["/returns"],
    "",
    "returns",
    "//evil.test",
    "///evil.test",
    "/\\evil.test",
    "\\\\evil.test",
    "https:evil.test",
    "https://evil.test/",
    "/%2f%2fevil.test",
    "/%2Fevil.test",
    "/%5cevil.test",
    "/./..//evil.test",
    "/..//evil.test",
    "javascript:alert(1)",
    "https://app@evil.test",
    "/\t/evil.test",
    "/\n/evil.test",
    "\t//evil.test",
    " /returns",
    "/returns\\..\\..",
    "/api/auth/signout",
    "/x/../api/files/1",
  ])("starts afresh instead of %j", (wanted) => expect(safePath(wanted)).toBe("/"));
});
