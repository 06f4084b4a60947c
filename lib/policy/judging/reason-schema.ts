import { z } from "zod";
import { dateSchema } from "@/lib/kernel/schemas";
import type { Field, FieldTable } from "./fields";
import { type Reason, RULES } from "./rules";

function schemaOf(field: Field): z.ZodType {
  switch (field.kind) {
    case "count":
      return z.int();
    case "text":
      return z.string();
    case "day":
      return dateSchema;
    case "flag":
      return z.boolean();
    case "word":
      return z.enum([...field.words]);
    case "nullable":
      return schemaOf(field.of).nullable();
    case "optional":
      return schemaOf(field.of).optional();
  }
}

export const fieldsSchema = (table: FieldTable) =>
  z.object(Object.fromEntries(Object.entries(table).map(([name, field]) => [name, schemaOf(field)])));

const schemaOfRule = ({ name, outcomes, effects, fields }: (typeof RULES)[number]) =>
  fieldsSchema(fields).extend({
    rule: z.literal(name),
    outcome: z.enum([...outcomes]),
    effect: z.enum(Object.keys(effects)),
  });
const [first, ...others] = RULES;

/** What a stored reason has to be, made of what each rule says of its own. */
export const reasonSchema = z.discriminatedUnion("rule", [
  schemaOfRule(first),
  ...others.map(schemaOfRule),
]) as unknown as z.ZodType<Reason>;
