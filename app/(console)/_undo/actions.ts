"use server";

import { z } from "zod";
import { undoBulkAct } from "@/lib/bulk/returns-in-bulk";
import { idSchema } from "@/lib/kernel/schemas";
import { action } from "@/lib/platform/action";
import { undoAssignment } from "@/lib/returns/assign-returns";
import { moveOne } from "@/lib/returns/decide-return";
import { undoMessage } from "@/lib/returns/message-buyer";
import { undoMessages } from "@/lib/returns/message-buyers";

const RETURNS = () => ["returns"] as const;

/** P-03: takes back this very decision, and never a later one. */
export const undoDecision = action({
  name: "returns.undo",
  needs: "returns:decide",
  input: z.strictObject({ returnId: idSchema, eventId: idSchema }),
  run: (ctx, { returnId, eventId }) => moveOne(ctx, { returnId, move: "undo", eventId }),
  touches: RETURNS,
});

/** Takes a message to a buyer back while it waits in the outbox. */
export const undoBuyerMessage = action({
  name: "returns.undoMessage",
  needs: "returns:decide",
  input: z.strictObject({ returnId: idSchema, eventId: idSchema }),
  run: undoMessage,
  touches: RETURNS,
});

/** The same of a message to many. */
export const undoBuyerMessages = action({
  name: "returns.undoMessages",
  needs: "returns:bulk",
  input: z.strictObject({ batchId: idSchema, at: z.iso.datetime() }),
  run: (ctx, { batchId, at }) => undoMessages(ctx, { batchId, at: new Date(at) }),
  touches: RETURNS,
});

/** Gives returns back to whoever had them before one act of assigning. */
export const undoAssigning = action({
  name: "returns.undoAssign",
  needs: "returns:assign",
  input: z.strictObject({ batchId: idSchema, at: z.iso.datetime() }),
  run: (ctx, { batchId, at }) => undoAssignment(ctx, { batchId, at: new Date(at) }),
  touches: RETURNS,
});

export const undoBulkActDecisions = action({
  name: "returns.undoBulkAct",
  needs: "returns:bulk",
  input: z.strictObject({ bulkActId: idSchema }),
  run: undoBulkAct,
  touches: RETURNS,
});
