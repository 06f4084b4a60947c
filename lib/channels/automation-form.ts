import { z } from "zod";
import { idSchema } from "@/lib/kernel/id-schema";
import { operationSchema } from "@/lib/policy/terms/terms";

/** S4-01: the limit in days belongs to the choices that authorize, and goes with them. */
export const automationFormSchema = z.strictObject({
  channelId: idSchema,
  /** The version of the operation that was open. */
  seenVersion: z.int().min(1),
  automation: operationSchema.shape.automation.transform((settings) => ({
    ...settings,
    withinDays: settings.choice === "each" ? null : settings.withinDays,
  })),
});
export type AutomationForm = z.output<typeof automationFormSchema>;
