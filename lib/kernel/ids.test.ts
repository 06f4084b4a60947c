import fc from "fast-check";
import { expect, it } from "vitest";
import { z } from "zod";
import { isId, newId } from "./ids";
import { idSchema } from "./schemas";

it("takes for an id what its schema and RFC 9562 do, and no more", () => {
  const uuid = z.uuid();
  const near = fc.stringMatching(/^[0-9a-fA-F]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  const known = fc.constantFrom("", "../../etc", newId(), newId().toUpperCase(), `${newId()}\n`, `{${newId()}}`);
  fc.assert(
    fc.property(fc.oneof(fc.uuid(), near, known, fc.string()), (text) => {
      const expected = uuid.safeParse(text).success;
      expect([text, isId(text), idSchema.safeParse(text).success]).toEqual([text, expected, expected]);
    }),
    { numRuns: 2_000 },
  );
  expect(["", "../../etc", 7, null, newId()].map(isId)).toEqual([false, false, false, false, true]);
});
