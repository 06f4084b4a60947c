import { z } from "zod";
import { LOCALES } from "@/lib/kernel/locale";
import { ROLES } from "../permissions";
import { OPERATION_PARTS } from "../terms/diff-operation";
import { CHANGED_FIELDS } from "./changes";
import type { EventSchemas } from "./event-registry";
import { EXPORTS } from "./exports";
import type { SellerEventKind } from "./seller-event-kinds";

const text = z.string();
const count = z.int();
const one = z.union([text, z.number()]);
const value = z.union([one, z.boolean(), z.null(), z.array(one).readonly()]);
export const changeSchema = z.object({ field: z.enum(CHANGED_FIELDS), from: value, to: value });

const changes = z.array(changeSchema);
const isNew = z.boolean();
const file = text.nullable();
const counts = z.strictObject({ added: count, changed: count, unchanged: count, refused: count });
const nothing = z.strictObject({});
const changed = z.strictObject({ changes });
const saved = z.strictObject({ isNew: isNew.optional(), changes });
const hint = z.strictObject({ hint: text });
const member = z.strictObject({ role: z.enum(ROLES), isHandedOver: z.boolean() });
const handedOver = z.strictObject({ isHandedOver: z.boolean() });
const reason = z.strictObject({ of: text, code: text, labels: z.record(z.enum(LOCALES), text), isNew, changes });
const template = z.strictObject({ of: text, locale: text, reason: text, isNew, changes });
const view = z.strictObject({ isNew, query: text, changes });

/** What each kind of act on the shop itself tells, beside who did it, when and to what. */
export const SHOP_EVENTS = {
  terms_published: z.strictObject({ version: count, effectiveFrom: text, note: text.nullable() }),
  operation_changed: z.strictObject({
    version: count,
    parts: z.array(z.enum(OPERATION_PARTS)),
    changes,
    note: text.nullable(),
  }),
  automation_paused: nothing,
  automation_resumed: nothing,
  channel_created: z.strictObject({ isNew, changes }),
  channel_changed: changed,
  channel_key_issued: hint,
  channel_key_revoked: hint,
  sku_rule_saved: z.strictObject({ sku: text, isNew, changes }),
  sku_rule_removed: z.strictObject({ sku: text, changes }),
  sku_rules_imported: z.strictObject({ file, counts }),
  reason_saved: reason,
  reason_retired: reason,
  address_saved: saved,
  address_retired: changed,
  robot_saved: saved,
  robot_retired: nothing,
  template_saved: template,
  template_reset: template,
  view_saved: view,
  view_deleted: view,
  demo_removed: z.strictObject({ returns: count, channels: count }),
  member_invited: member,
  invite_sent_again: nothing,
  invite_copied: nothing,
  invite_revoked: nothing,
  member_joined: member,
  account_replaced: nothing,
  reset_offered: handedOver,
  reset_used: handedOver,
  role_changed: changed,
  limits_changed: changed,
  member_deactivated: nothing,
  member_reactivated: nothing,
  support_entered: z.strictObject({ reason: text, minutes: count }),
  support_left: nothing,
  data_exported: z.strictObject({ what: z.enum(EXPORTS), filter: text, count }),
} as const satisfies EventSchemas<SellerEventKind>;
