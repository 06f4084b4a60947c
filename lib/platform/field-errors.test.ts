import { describe, expect, it } from "vitest";
import { z } from "zod";
import { fieldErrors } from "./field-errors";

const schema = z.strictObject({
  name: z.string().min(1).max(5),
  word: z.string().min(3),
  count: z.number().min(1).max(9),
  address: z.strictObject({ city: z.string() }),
  list: z.array(z.uuid()).max(2),
  own: z.string().refine((value) => value === "x", { message: "not_x" }),
});

const good = { name: "a", word: "abc", count: 1, address: { city: "c" }, list: [], own: "x" };
const errorsOf = (part: Record<string, unknown>) => {
  const parsed = schema.safeParse({ ...good, ...part }, { reportInput: true });
  return parsed.success ? {} : fieldErrors(parsed.error);
};

describe("fieldErrors", () => {
  it.each([
    [{}, {}],
    [{ name: "" }, { name: ["required"] }],
    [{ name: undefined }, { name: ["required"] }],
    [{ name: "abcdef" }, { name: ["too_long"] }],
    [{ word: "a" }, { word: ["too_short"] }],
    [{ count: 0 }, { count: ["too_small"] }],
    [{ count: 10 }, { count: ["too_big"] }],
    [{ count: "1" }, { count: ["invalid"] }],
    [{ address: {} }, { "address.city": ["required"] }],
    [{ list: ["x"] }, { "list.0": ["invalid"] }],
    [{ own: "y" }, { own: ["not_x"] }],
    [{ address: { city: "c", sellerId: "s" } }, { address: ["unknown_field"] }],
  ])("reads %j as %j", (part, fields) => expect(errorsOf(part)).toEqual(fields));
});
