import { z } from "zod";
import { canonicalEmail } from "@/lib/kernel/email";
import { idSchema, languageSchema } from "@/lib/kernel/schemas";
import { INSTRUCTIONS_AT_MOST } from "@/lib/policy/limits";
import { operationSchema } from "@/lib/policy/terms/terms";
import { channelFactsSchema } from "./channel-facts-input";

const replyTo = z
  .string()
  .trim()
  .refine((text) => text === "" || canonicalEmail(text) !== null, { error: "bad_email" })
  .transform((text) => canonicalEmail(text));

/** All of an operation but what the automation page holds. */
const workSchema = operationSchema
  .omit({ automation: true })
  .extend({
    instructions: z
      .record(
        languageSchema,
        z
          .string()
          .transform((text) => text.replaceAll("\r\n", "\n").trim())
          .pipe(z.string().max(INSTRUCTIONS_AT_MOST)),
      )
      .transform((texts) => Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ""))),
  })
  .superRefine(({ addressRules, freeReturnCountries }, context) => {
    const at = (code: string, path: (string | number)[]) => context.addIssue({ code: "custom", message: code, path });
    for (const [place, { minMinor, maxMinor }] of addressRules.entries())
      if (minMinor !== null && maxMinor !== null && minMinor > maxMinor)
        at("min_above_max", ["addressRules", place, "minMinor"]);
    for (const [place, { country }] of freeReturnCountries.entries())
      if (freeReturnCountries.findIndex((row) => row.country === country) < place)
        at("country_twice", ["freeReturnCountries", place, "country"]);
  });

/** What a seller sets for one channel on its overview. */
export const channelSettingsSchema = z.strictObject({
  channelId: idSchema,
  /** What was open: the version of the operation, and what is kept beside it. */
  seen: z.strictObject({ version: z.int().min(1), replyTo: z.string().nullable(), facts: channelFactsSchema }),
  facts: channelFactsSchema,
  /** Empty: answers go to the sender's address of the installation. */
  replyTo,
  operation: workSchema,
});
export type ChannelSettings = z.output<typeof channelSettingsSchema>;
export type ChannelWork = ChannelSettings["operation"];
