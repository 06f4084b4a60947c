import { z } from "zod";
import { canonicalEmail } from "../accounts/email";
import { idSchema } from "../ids";
import { INSTRUCTIONS_AT_MOST } from "../returns/limits";

export const UNDO_AT_MOST = 60;

const replyTo = z
  .string()
  .trim()
  .refine((text) => text === "" || canonicalEmail(text) !== null, { error: "bad_email" })
  .transform((text) => canonicalEmail(text));

/** What a seller sets for one channel, beside its terms. */
export const channelSettingsSchema = z.strictObject({
  channelId: idSchema,
  /** What was open: the policy's version and the address beside it. */
  seen: z.strictObject({ version: z.int().min(1), replyTo: z.string().nullable() }),
  /** P-03: for how long a decision can be taken back, and what it sends is held. */
  undoSeconds: z.int().min(0).max(UNDO_AT_MOST),
  /** S1-17: a mail for each new request, and links in it that open the dialogs. */
  requestMail: z.strictObject({ isOn: z.boolean(), hasLinks: z.boolean() }),
  /** Empty: answers go to the sender's address of the installation. */
  replyTo,
  instructions: z
    .string()
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().max(INSTRUCTIONS_AT_MOST)),
});
export type ChannelSettings = z.output<typeof channelSettingsSchema>;
