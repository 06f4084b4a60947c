import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { isId } from "@/lib/kernel/ids";
import { ok, refuse } from "@/lib/kernel/result";
import { guardRead } from "@/lib/platform/guard";
import type { SellerSession } from "@/lib/platform/session";
import { findPreview } from "@/lib/terms/previews";

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
