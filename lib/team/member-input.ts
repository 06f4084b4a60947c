import { z } from "zod";
import { LOCALES } from "@/lib/kernel/locale";
import { currencySchema } from "@/lib/kernel/schemas";
import { ROLES } from "@/lib/policy/permissions";

/** What the Team page sends; pure, so that its forms and the server read the same. */
export const inviteMemberSchema = z.strictObject({
  email: z.string().min(1).max(320),
  role: z.enum(ROLES),
  locale: z.enum(LOCALES),
});

export const inviteIdSchema = z.strictObject({ inviteId: z.uuid() });
export const memberIdSchema = z.strictObject({ userId: z.uuid() });
export const changeRoleSchema = z.strictObject({ userId: z.uuid(), role: z.enum(ROLES) });

/** How many currencies one person can be limited in. */
const CURRENCIES_AT_MOST = 20;

const amountsSchema = z
  .record(currencySchema, z.int().min(0).max(Number.MAX_SAFE_INTEGER))
  .refine((limits) => Object.keys(limits).length <= CURRENCIES_AT_MOST);

/** `bulkLimit` returns in one act, null as many as anybody; amounts in minor units, of one refund and of all of a day. */
const limitsSchema = z.strictObject({
  bulkLimit: z.int().min(1).max(10_000).nullable(),
  refundLimits: amountsSchema,
  refundDayLimits: amountsSchema,
});
export type MemberLimits = z.infer<typeof limitsSchema>;

export const setLimitsSchema = z.strictObject({ userId: z.uuid(), ...limitsSchema.shape });
