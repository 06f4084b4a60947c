import { withSeller } from "@/db/tenant";
import type { Ctx } from "@/lib/platform/ctx";
import type { AutomationForm } from "./automation-form";
import { changeOperation } from "./change-operation";

/** Saves what a channel authorizes by itself (S4-01, S1-19, P-20), as the next version of its operation. */
export const saveAutomation = (ctx: Ctx, { channelId, seenVersion, automation }: AutomationForm) =>
  withSeller(ctx.db, ctx.sellerId, (tx) =>
    changeOperation(tx, ctx, { channelId, seenVersion }, (operation) => ({ ...operation, automation })),
  );
