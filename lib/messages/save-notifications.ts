import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { idSchema } from "@/lib/kernel/schemas";
import type { Ctx } from "@/lib/platform/ctx";
import { beginWatch, watchSeller } from "@/lib/platform/outbox/begin-watch";
import { personId } from "@/lib/policy/actor";
import { TEAM_EVENTS } from "@/lib/policy/messages/message";
import { canHear } from "@/lib/policy/messages/preferences";
import { PERMISSIONS_OF, type Permission } from "@/lib/policy/permissions";
import { findDigestTime, listMemberRoles, saveChoices, saveDigestTime } from "./notification-preferences";

const zone = z.string().refine((name) => name === "UTC" || Intl.supportedValuesOf("timeZone").includes(name));
const digestTime = z.strictObject({ hour: z.int().min(0).max(23), zone });
export type DigestTime = z.infer<typeof digestTime>;

/** What the page of notifications sends: only what was changed. */
export const saveNotificationsSchema = z.strictObject({
  choices: z.array(z.strictObject({ userId: idSchema, event: z.enum(TEAM_EVENTS), isOn: z.boolean() })).max(5000),
  digest: z.strictObject({ seen: digestTime, to: digestTime }).nullable(),
});
export type NotificationsForm = z.infer<typeof saveNotificationsSchema>;

export type NotificationsRefusal =
  | { code: "not_found" }
  | { code: "forbidden"; needs: Permission }
  /** Somebody set another time since the page was drawn; with what stands now. */
  | { code: "changed_since"; current: DigestTime };

/**
 * Keeps what members want to be told, and when the digest is sent. Everybody chooses for themselves; for others it takes
 * `team:write`, for the time `settings:write`. All of it is kept, or nothing.
 */
export function saveNotifications(
  { db, sellerId, actor }: Ctx,
  { choices, digest }: NotificationsForm,
): Promise<Result<null, NotificationsRefusal>> {
  return withSeller(db, sellerId, async (tx): Promise<Result<null, NotificationsRefusal>> => {
    const roles = await listMemberRoles(tx, sellerId);
    const own = roles.get(personId(actor));
    const permissions = own ? PERMISSIONS_OF[own] : [];
    if (choices.some((choice) => choice.userId !== actor.id) && !permissions.includes("team:write"))
      return refuse<NotificationsRefusal>({ code: "forbidden", needs: "team:write" });
    if (digest && !permissions.includes("settings:write"))
      return refuse<NotificationsRefusal>({ code: "forbidden", needs: "settings:write" });
    const isOpen = (choice: (typeof choices)[number]) => {
      const role = roles.get(choice.userId);
      return role !== undefined && canHear(role, choice.event);
    };
    if (!choices.every(isOpen)) return refuse({ code: "not_found" });
    if (digest && !(await saveDigestTime(tx, sellerId, digest.seen, digest.to)))
      return refuse({ code: "changed_since", current: await findDigestTime(tx, sellerId) });
    await saveChoices(tx, sellerId, choices);
    // Another hour is looked at now: the next look was planned for the old one.
    await (digest ? watchSeller : beginWatch)(tx, sellerId);
    return ok(null);
  });
}
