import { z } from "zod";
import { dateSchema, idSchema } from "@/lib/kernel/schemas";
import { EXEMPT_REASONS, SKU_AUTOMATIONS, type SkuRule } from "@/lib/policy/terms/sku-rule";

export const SKU_AT_MOST = 200;

const day = dateSchema.nullable();

/** One SKU's rule as the dialog sends it; days without an exemption say nothing and are let go. */
export const saveSkuRuleSchema = z.strictObject({
  channelId: idSchema,
  /** When the rule that was open was last saved, in ISO form; null: a new one. */
  seenAt: z.iso.datetime().nullable(),
  rule: z
    .strictObject({
      sku: z.string().trim().min(1).max(SKU_AT_MOST),
      exemptReason: z.enum(EXEMPT_REASONS).nullable(),
      exemptFrom: day,
      exemptUntil: day,
      automation: z.enum(SKU_AUTOMATIONS).nullable(),
    })
    .transform((rule): SkuRule => (rule.exemptReason ? rule : { ...rule, exemptFrom: null, exemptUntil: null }))
    .refine(({ exemptReason, automation }) => exemptReason !== null || automation !== null, {
      error: "says_nothing",
      path: ["automation"],
    })
    .refine(({ exemptFrom, exemptUntil }) => !exemptFrom || !exemptUntil || exemptFrom <= exemptUntil, {
      error: "until_before_from",
      path: ["exemptUntil"],
    }),
});
export type SkuRuleForm = z.output<typeof saveSkuRuleSchema>;

export const skuRuleRemovalSchema = z.strictObject({
  channelId: idSchema,
  sku: z.string().trim().min(1).max(SKU_AT_MOST),
  seenAt: z.iso.datetime(),
});
export type SkuRuleRemoval = z.output<typeof skuRuleRemovalSchema>;
