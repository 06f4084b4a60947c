import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { idSchema } from "@/lib/kernel/schemas";
import type { Ctx } from "@/lib/platform/ctx";
import { operationSchema } from "@/lib/policy/terms/terms";
import { changeOperation } from "./change-operation";

/** S4-01: the limit in days belongs to the choices that authorize, and goes with them. */
export const saveAutomationSchema = z.strictObject({
  channelId: idSchema,
  /** The version of the operation that was open. */
  seenVersion: z.int().min(1),
  automation: operationSchema.shape.automation.transform((settings) => ({
    ...settings,
    withinDays: settings.choice === "each" ? null : settings.withinDays,
  })),
});
type AutomationForm = z.output<typeof saveAutomationSchema>;

/** Saves what a channel authorizes by itself (S4-01, S1-19, P-20), as the next version of its operation. */
export const saveAutomation = (ctx: Ctx, { channelId, seenVersion, automation }: AutomationForm) =>
  withSeller(ctx.db, ctx.sellerId, (tx) =>
    changeOperation(tx, ctx, { channelId, seenVersion }, (operation) => ({ ...operation, automation })),
  );
