import { z } from "zod";
import { idSchema } from "@/lib/kernel/id-schema";
import { TEAM_EVENTS } from "@/lib/policy/messages/message";

const zone = z.string().refine((name) => name === "UTC" || Intl.supportedValuesOf("timeZone").includes(name));
const digestTime = z.strictObject({ hour: z.int().min(0).max(23), zone });
export type DigestTime = z.infer<typeof digestTime>;

/** What the page of notifications sends: only what was changed. */
export const notificationsFormSchema = z.strictObject({
  choices: z.array(z.strictObject({ userId: idSchema, event: z.enum(TEAM_EVENTS), isOn: z.boolean() })).max(5000),
  digest: z.strictObject({ seen: digestTime, to: digestTime }).nullable(),
});
export type NotificationsForm = z.infer<typeof notificationsFormSchema>;
