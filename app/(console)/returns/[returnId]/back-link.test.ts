import { describe, expect, it } from "vitest";
import { backLink } from "./back-link";

describe("backLink", () => {
  it("leads back to the list as it was", () => {
    const { href, tab } = backLink("tab=closed&q=KIT-40&per=25");
    expect(tab).toBe("closed");
    const params = new URL(href, "https://shop.test").searchParams;
    expect(Object.fromEntries(params)).toEqual({ tab: "closed", q: "KIT-40", per: "25" });
  });

  it.each([
    undefined,
    "",
    ["tab=closed", "tab=all"],
    "https://elsewhere.test/returns",
    "//elsewhere.test",
    "javascript:alert(1)",
    "tab=nowhere&next=//elsewhere.test",
    `q=${"x".repeat(3000)}`,
  ])("leads to the plain list from %j", (from) => {
    expect(backLink(from)).toEqual({ href: "/returns", tab: "authorization_required" });
  });
});
