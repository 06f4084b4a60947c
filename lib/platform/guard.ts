import "server-only";
import { headers } from "next/headers";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Permission } from "@/lib/policy/permissions";
import { env } from "./env";
import { isOwnOrigin } from "./own-origin";
import { getSession, looksAtSeller, type SellerSession, type Session } from "./session";

/** Whether the request was sent from our own pages; what may be asked of anybody is guarded by this alone. */
export async function guardOrigin(): Promise<Result<null, ActionRefusal>> {
  return isOwnOrigin((await headers()).get("origin"), env.NEXTAUTH_URL) ? ok(null) : refuse({ code: "foreign_origin" });
}

/** The guard of an act on one's own account: our own origin and a session that counts. */
export async function guardSession(): Promise<Result<Session, ActionRefusal>> {
  const origin = await guardOrigin();
  if (!origin.ok) return origin;
  const session = await getSession();
  return session ? ok(session) : refuse({ code: "signed_out" });
}

/** The guard of every other act, and of a route handler that writes: `sellerId` is the seller the form was drawn for. */
export async function guardWrite(
  needs: Permission,
  sellerId: string | null,
): Promise<Result<SellerSession, ActionRefusal>> {
  const guarded = await guardSession();
  if (!guarded.ok) return guarded;
  const session = guarded.value;
  if (!looksAtSeller(session) || session.seller.id !== sellerId)
    return refuse({ code: "seller_changed", seller: session.seller?.name ?? null });
  // Whatever its permissions say: platform support looks, and changes nothing.
  if (session.role === "support") return refuse({ code: "read_only" });
  return session.permissions.includes(needs) ? ok(session) : refuse({ code: "forbidden", needs });
}

/** The guard of a route handler that only reads. */
export async function guardRead(needs: Permission): Promise<Result<SellerSession, ActionRefusal>> {
  const session = await getSession();
  if (!session || !looksAtSeller(session)) return refuse({ code: "signed_out" });
  return session.permissions.includes(needs) ? ok(session) : refuse({ code: "forbidden", needs });
}
