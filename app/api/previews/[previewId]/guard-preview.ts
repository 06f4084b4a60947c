import { db } from "@/db";
import { findPreview } from "@/db/queries/previews";
import { withSeller } from "@/db/tenant";
import { guardRead } from "@/lib/guard";
import { isId } from "@/lib/ids";
import { ok, refuse } from "@/lib/result";
import type { SellerSession } from "@/lib/session";

/** The preview of an address, for whoever may read the settings; another seller's is `not_found`. */
export async function guardPreview(params: Promise<{ previewId: string }>) {
  const guarded = await guardRead("settings:read");
  if (!guarded.ok) return guarded;
  return previewOf(guarded.value, params);
}

/** The same for whoever was let in already. */
export async function previewOf({ seller: { id: sellerId } }: SellerSession, params: Promise<{ previewId: string }>) {
  const { previewId } = await params;
  const preview = isId(previewId) ? await withSeller(db, sellerId, (tx) => findPreview(tx, sellerId, previewId)) : null;
  return preview ? ok({ sellerId, previewId, preview }) : refuse({ code: "not_found" });
}
