import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { idSchema } from "@/lib/kernel/schemas";
import type { Ctx } from "@/lib/platform/ctx";
import { moveIn } from "@/lib/platform/moves/writer";
import { parcelMachine } from "@/lib/policy/machines/parcel/parcel-machine";
import { parcelStore } from "./parcel-store";

export const loseInput = z.strictObject({ parcelId: idSchema });

/** `parcel_over`: somebody has opened it, or it is lost already. */
export type LoseRefusal = { code: "not_found" | "parcel_over" };

/** S1-21: nobody waits for this parcel any longer. A later scan brings it back, and so does opening it. */
export const loseParcel = (
  { db, sellerId, actor, now }: Ctx,
  { parcelId }: z.output<typeof loseInput>,
): Promise<Result<null, LoseRefusal>> =>
  withSeller(db, sellerId, async (tx): Promise<Result<null, LoseRefusal>> => {
    const { refused } = await moveIn(
      tx,
      { machine: parcelMachine, store: parcelStore, actor: actor.kind },
      { sellerId, ids: [parcelId], request: { move: "lose" }, actor, now },
      async (plan) => plan,
    );
    const [no] = refused;
    if (!no) return ok(null);
    return refuse({ code: no.refusal.code === "not_found" ? "not_found" : "parcel_over" });
  });
