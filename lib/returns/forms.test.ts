import { describe, expect, test } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { NO_ADDRESS } from "./authorize-form";
import { authorizeManySchema, authorizeReturnSchema } from "./authorize-schema";
import { closeManySchema, closeReturnSchema } from "./close-schema";
import { fillComment } from "./close-templates";

const authorize = {
  returnId: newId(),
  mustOverride: false,
  rmaChoice: "generated",
  rma: "",
  label: "policy",
  labelFileId: null,
  labelCurrency: "USD",
  labelCost: "",
  labelCarrier: "",
  labelTracking: "",
  addressId: "default",
  newAddress: NO_ADDRESS,
  instructions: "",
  overrideNote: "",
};
const close = { returnId: newId(), reason: "window_expired", needsComment: true, comment: "It closed.", note: "" };
const many = { key: newId(), selection: { mode: "ids", ids: [newId()] } };

const wrongPaths = (parsed: { error?: { issues: { path: PropertyKey[] }[] } | undefined }): string[] =>
  (parsed.error?.issues ?? []).map(({ path }) => path.join("."));

describe("the authorize dialog", () => {
  test.each([
    ["S1-07 an own RMA that is empty", { rmaChoice: "own" }, ["rma"]],
    ["S1-07 an own RMA with a space in it", { rmaChoice: "own", rma: "RM A1" }, ["rma"]],
    [
      "S1-15 a new address without its parts",
      { addressId: "new" },
      ["country", "recipient", "line1", "city", "postalCode"],
    ],
    ["S1-15 no address at all", { addressId: "" }, ["addressId"]],
    ["S1-12 an own label that was not uploaded", { label: "own" }, ["labelFileId"]],
    ["S1-05 an override without a note", { mustOverride: true, overrideNote: "  " }, ["overrideNote"]],
    [
      "P-01 a label cost that is no amount",
      { label: "own", labelFileId: newId(), labelCost: "about 5" },
      ["labelCost"],
    ],
    ["P-01 a negative label cost", { label: "own", labelFileId: newId(), labelCost: "-5,00" }, ["labelCost"]],
    ["a key nobody asked for", { status: "received" }, [""]],
  ])("refuses %s", (_, change, paths) => {
    const wrong = wrongPaths(authorizeReturnSchema.safeParse({ ...authorize, ...change }));
    expect(wrong.map((path) => path.replace("newAddress.", ""))).toEqual(paths);
  });

  test("S1-07 takes a full-width RMA as a scanner under an input method types it", () => {
    expect(authorizeReturnSchema.safeParse({ ...authorize, rmaChoice: "own", rma: "ＲＭＡ－７７" }).success).toBe(true);
  });

  test("many out of policy are authorized anyway only with a note", () => {
    const form = { ...many, outOfPolicy: "authorize", overrideNote: "", addressId: "default", newAddress: NO_ADDRESS };
    const whole = { ...form, hasOwnInstructions: false, instructions: "" };
    expect(wrongPaths(authorizeManySchema.safeParse(whole))).toEqual(["overrideNote"]);
    expect(authorizeManySchema.safeParse({ ...whole, outOfPolicy: "leave" }).success).toBe(true);
  });
});

describe("the close dialog", () => {
  test("S2-06 closing asks for a reason", () => {
    expect(wrongPaths(closeReturnSchema.safeParse({ ...close, reason: undefined }))).toEqual(["reason"]);
  });

  test("S2-06 closing asks for comments to the buyer, unless the buyer withdrew", () => {
    expect(wrongPaths(closeReturnSchema.safeParse({ ...close, comment: " " }))).toEqual(["comment"]);
    expect(
      closeReturnSchema.safeParse({ ...close, reason: "buyer_withdrew", needsComment: false, comment: "" }).success,
    ).toBe(true);
  });

  test("S2-06 many are closed with comments in each language that their buyers read", () => {
    const form = { ...many, reason: "other", needsComment: true, note: "", comments: { en: "No.", "zh-CN": "" } };
    const both = { ...form, languages: ["en", "zh-CN", "de"] };
    expect(wrongPaths(closeManySchema.safeParse(both))).toEqual(["comments.zh-CN", "comments.de"]);
    expect(closeManySchema.safeParse({ ...form, languages: ["en"] }).success).toBe(true);
    expect(wrongPaths(closeManySchema.safeParse({ ...form, comments: {}, languages: [] }))).toEqual(["comments.en"]);
    expect(closeManySchema.safeParse({ ...form, languages: ["klingon!"] }).success).toBe(false);
  });
});

test("S2-07 the comments of a closing name the return and the reason in the buyer's language", () => {
  const facts = { number: 42, buyerName: null, itemName: "Mug {x}", orderNumber: "1-2", shopName: "Shop" };
  expect(
    fillComment(
      "{buyerName}: {itemName}, {returnNumber}, {reason}",
      facts,
      { code: "duplicate", labels: null, isBuyerVisible: true },
      "zh-CN",
    ),
  ).toBe("尊敬的顾客: Mug {x}, R-42, 重复的请求");
  expect(
    fillComment("{buyerName}, {reason}", facts, { code: "duplicate", labels: null, isBuyerVisible: true }, "de"),
  ).toBe("Kunde, Doppelte Anfrage");
});
