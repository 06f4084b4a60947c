import type { Tx } from "@/db/client";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Acting } from "@/lib/platform/ctx";
import { moveIn } from "@/lib/platform/moves/writer";
import { type ImportRequest, importMachine } from "@/lib/policy/machines/import/import-machine";
import type { ImportRefusal, ImportWords } from "@/lib/policy/machines/import/move";
import type { MachineRefusal } from "@/lib/policy/machines/machine";
import { importStore } from "./import-store";

export type ImportMoveRefusal = ImportRefusal | { code: "not_found" };

/** Of imports there is no door for anybody who may not move them: who comes here all the same is a bug. */
function explain(refusal: MachineRefusal<ImportWords> | { code: "not_found" }): ImportMoveRefusal {
  if (refusal.code === "not_for_you") throw new Error(`an import is moved by ${refusal.by.join(", ")} alone`);
  return refusal.code === "wrong_status" ? { code: "wrong_state", state: refusal.status } : refusal;
}

/** The only writer of imports.state: moves an import within its caller's transaction, or answers why not. */
export async function moveImport(
  tx: Tx,
  { sellerId, actor, now }: Acting,
  importId: string,
  request: ImportRequest,
): Promise<Result<null, ImportMoveRefusal>> {
  const act = { sellerId, ids: [importId], request, actor, now };
  const of = { machine: importMachine, store: importStore, actor: actor.kind };
  const { refused } = await moveIn(tx, of, act, async (plan) => plan);
  const [first] = refused;
  return first ? refuse(explain(first.refusal)) : ok(null);
}
