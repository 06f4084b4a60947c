import { z } from "zod";
import { idSchema } from "@/lib/kernel/schemas";
import type { AccountEventKind } from "./account-event-kinds";
import type { EventSchemas } from "./event-registry";

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
