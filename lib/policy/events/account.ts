import { z } from "zod";
import { idSchema } from "@/lib/kernel/schemas";
import type { EventSchemas } from "./event-registry";

/** What can happen to an account, in the order in which a person looks for it. */
export const ACCOUNT_EVENT_KINDS = [
  "signed_in",
  "sign_in_failed",
  "locked",
  "reset_asked",
  "reset_offered",
  "reset_used",
  "password_changed",
  "shop_entered",
  "shop_left",
] as const;
export type AccountEventKind = (typeof ACCOUNT_EVENT_KINDS)[number];

const device = z.string().nullable();
const nothing = z.strictObject({});
const handedOver = z.strictObject({ isHandedOver: z.boolean() });

/** What each kind of event of an account tells its person beside when it was. */
export const ACCOUNT_EVENTS = {
  signed_in: z.strictObject({ device, isNew: z.boolean() }),
  sign_in_failed: z.strictObject({ device }),
  locked: z.strictObject({ device }),
  reset_asked: nothing,
  reset_offered: handedOver,
  reset_used: handedOver,
  password_changed: nothing,
  shop_entered: z.strictObject({ sellerId: idSchema, reason: z.string(), minutes: z.int() }),
  shop_left: z.strictObject({ sellerId: idSchema }),
} as const satisfies EventSchemas<AccountEventKind>;
