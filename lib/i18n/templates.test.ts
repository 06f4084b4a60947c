import { describe, expect, test } from "vitest";
import { LOCALES } from "@/lib/kernel/locale";
import { CLOSE_REASON_CODES } from "@/lib/policy/machines/return/close-reasons";
import { unknownVariables } from "@/lib/policy/messages/fill-template";
import { TEMPLATE_KINDS } from "@/lib/policy/messages/message";
import { defaultTemplate, fillTemplate, type OwnTemplate, resolveTemplate, templateValues } from "./templates";

const own = (reason: string, body: string, more: Partial<OwnTemplate> = {}): OwnTemplate => ({
  kind: "buyer.closed",
  locale: "en",
  reason,
  subject: "S",
  body,
  ...more,
});
const wanted = { kind: "buyer.closed", locale: "en", reason: "duplicate" } as const;

describe("which words are sent", () => {
  test.each([
    ["the seller's for the reason", [own("", "any"), own("duplicate", "mine")], "mine"],
    ["the seller's for whatever reason, where there is none for it", [own("", "any"), own("other", "no")], "any"],
    ["ours, where the seller's are in another language", [own("duplicate", "中", { locale: "zh-CN" })], null],
    ["ours, where the seller's are of another kind", [own("", "no", { kind: "buyer.authorized" })], null],
  ])("S2-07 %s", (_, texts, body) => {
    const found = resolveTemplate(texts, wanted);
    expect(found.body).toBe(body ?? defaultTemplate("buyer.closed", "en", "duplicate").body);
    expect(found).toMatchObject({ isOwn: body !== null, locale: "en" });
  });

  test("S4-10 a message that a person picks keeps its words where the seller has others for another message", () => {
    const texts = [own("", "Hi.", { kind: "buyer.message" })];
    const found = resolveTemplate(texts, { kind: "buyer.message", locale: "en", reason: "what_does_not_match" });
    expect(found.body).toContain("what does not match");
  });

  test("a reason that nobody wrote words for gets those for whatever reason, also when it has an odd name", () => {
    const general = defaultTemplate("buyer.closed", "en", "");
    for (const reason of ["other", "constructor", "__proto__"])
      expect(defaultTemplate("buyer.closed", "en", reason)).toEqual(general);
  });

  test("S4-10 ours exist for every kind and reason, in both languages, with no word in braces that is not filled", () => {
    for (const kind of TEMPLATE_KINDS)
      for (const reason of ["", ...CLOSE_REASON_CODES, "what_does_not_match", "shipping_cost", "on_its_way"])
        for (const locale of LOCALES) {
          const { subject, body } = defaultTemplate(kind, locale, reason);
          expect(unknownVariables(subject + body)).toEqual([]);
          expect(body).toContain("{shopName}");
          expect(subject).not.toContain("\n");
        }
    expect(defaultTemplate("buyer.closed", "zh-CN", "duplicate")).not.toEqual(
      defaultTemplate("buyer.closed", "en", "duplicate"),
    );
  });
});

describe("filling a text", () => {
  const values = (known: Parameters<typeof templateValues>[0]) => templateValues(known, "en");

  test("S2-07 a message names what is known, says the rest in neutral words, and leaves foreign braces alone", () => {
    const known = { buyerName: null, itemName: "Mug {x}", orderNumber: "1-2", shopName: "Shop" };
    expect(fillTemplate("{buyerName}: {itemName} {orderNumber} {shopName} {other} { }", values(known))).toBe(
      "customer: Mug {x} 1-2 Shop {other} { }",
    );
  });

  test("S2-07 what a buyer calls themselves is inserted once and never filled again", () => {
    const known = { buyerName: "{shopName} $& $1", shopName: "Shop" };
    expect(fillTemplate("{buyerName} / {shopName}", values(known))).toBe("{shopName} $& $1 / Shop");
    expect(fillTemplate("{constructor} {toString}", values({}))).toBe("{constructor} {toString}");
  });

  test("S1-08 a line for what there is none of leaves no gap", () => {
    const text = "Hello,\n\n{instructions}\n\nBye {shopName}";
    expect(fillTemplate(text, values({ shopName: "Shop" }))).toBe("Hello,\n\nBye Shop");
    expect(fillTemplate(text, values({ shopName: "Shop", instructions: "Wrap it." }))).toBe(
      "Hello,\n\nWrap it.\n\nBye Shop",
    );
  });

  test("words in braces that are no variable are named once", () => {
    expect(unknownVariables("{buyerNmae} {rma} {buyerNmae} {a b}")).toEqual(["buyerNmae"]);
  });
});
