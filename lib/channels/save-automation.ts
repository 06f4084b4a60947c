import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import type { AutomationForm } from "./automation-form";
import { changeOperation } from "./change-operation";

type Who = { sellerId: string; userId: string; now: Date };

/** Saves what a channel authorizes by itself (S4-01, S1-19, P-20), as the next version of its operation. */
export const saveAutomation = (db: Db, who: Who, { channelId, seenVersion, automation }: AutomationForm) =>
  withSeller(db, who.sellerId, (tx) =>
    changeOperation(tx, who, { channelId, seenVersion }, (operation) => ({ ...operation, automation })),
  );
