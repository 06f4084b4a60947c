import { describe, expect, it } from "vitest";
import { z } from "zod";
import { POSTED_INPUT } from "@/lib/kernel/posted";
import { postedInput } from "./posted-input";

const kite = z.strictObject({
  id: z.string(),
  owner: z.string().nullable().optional(),
  name: z.string().trim().min(1),
  isSwift: z.boolean(),
  price: z.int().nullable(),
  colour: z.enum(["red", "blue"]).nullable(),
  tails: z.array(z.strictObject({ metres: z.number(), tags: z.array(z.string()) })).max(3),
  line: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("rope"), metres: z.int() }),
      z.strictObject({ kind: z.literal("none") }),
    ])
    .transform((line) => line),
  notes: z.record(z.string(), z.string()),
});

function posted(fields: readonly (readonly [string, string])[], start?: unknown): unknown {
  const form = new FormData();
  if (start !== undefined) form.set(POSTED_INPUT, typeof start === "string" ? start : JSON.stringify(start));
  for (const [name, value] of fields) form.append(name, value);
  return postedInput(kite, form);
}

describe("a form that the browser posted", () => {
  const start = { id: "k1", name: "Old", isSwift: true, price: 3, colour: "red", tails: [], line: { kind: "none" } };

  it("says each field where its name stands, as the schema has it, over what the page began with", () => {
    const fields = [
      ["name", " Swallow "],
      ["isSwift", ""],
      ["price", ""],
      ["colour", ""],
      ["owner", ""],
      ["tails.0.metres", "1.5"],
      ["tails.0.tags", "long"],
      ["tails.0.tags", ""],
      ["tails.0.tags", "silk"],
      ["line.kind", "rope"],
      ["line.metres", "40"],
      ["notes.fr", "Rouge"],
    ] as const;
    expect(kite.parse(posted(fields, { ...start, notes: { de: "Rot" } }))).toEqual({
      ...{ id: "k1", name: "Swallow", isSwift: false, price: null, colour: null, owner: null },
      tails: [{ metres: 1.5, tags: ["long", "silk"] }],
      line: { kind: "rope", metres: 40 },
      notes: { de: "Rot", fr: "Rouge" },
    });
    expect(
      posted(
        [
          ["isSwift", ""],
          ["isSwift", "on"],
        ],
        start,
      ),
    ).toMatchObject({ isSwift: true });
  });

  it("leaves what cannot be to the schema, and what it does not know, where it is", () => {
    const odd = posted(
      [
        ["price", "dear"],
        ["wings", "2"],
        ["name.first", "x"],
        ["tails.9999.metres", "1"],
      ],
      start,
    );
    expect(odd).toEqual({ ...start, price: "dear" });
    expect(kite.safeParse(odd).success).toBe(false);
    for (const nothing of ["", "no JSON", "7", "null"]) expect(posted([["name", "A"]], nothing)).toEqual({ name: "A" });
  });

  it("changes nothing but its own input", () => {
    const attempt = posted(
      [
        ["notes.__proto__", "x"],
        ["__proto__.polluted", "x"],
        ["notes.constructor", "x"],
      ],
      "{}",
    );
    expect(attempt).toEqual({});
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });
});
