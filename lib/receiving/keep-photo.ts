import { type Result, refuse } from "@/lib/kernel/result";
import type { Ctx } from "@/lib/platform/ctx";
import { MEGABYTE } from "@/lib/platform/files/storage";
import { type FileRefusal, type StoredFile, storeFile } from "@/lib/platform/files/store-file";
import { TaskEnded, taskThread } from "@/lib/platform/threads/task-thread";
import type { Redraw } from "./photo-in-thread";

export const PHOTO_BYTES_AT_MOST = 12 * MEGABYTE;

const KEPT_SIDE = 2560;
/** As it stands beside a unit, on a screen of two pixels a point. */
const SMALL_SIDE = 160;

const redraw = taskThread<Redraw, Uint8Array | null>("lib/receiving/photo-in-thread.ts", {
  secondsAtMost: 20,
  heapMb: 128,
  idleSeconds: 60,
});

export type NoPicture = { code: "no_picture" };
type Photo = { dataDir: string; bytes: Uint8Array; storage?: number };

/**
 * Keeps a picture that was taken at the bench: JPEG, PNG or WebP by its bytes, drawn anew in a thread of its own so that
 * nothing is kept of where it was taken. Refuses what is no picture or cannot be read.
 */
export async function keepPhoto(
  ctx: Pick<Ctx, "db" | "sellerId" | "actor">,
  { bytes, ...where }: Photo,
): Promise<Result<StoredFile, FileRefusal | NoPicture>> {
  const drawn = await redraw({ bytes, longestSide: KEPT_SIDE }).catch((error: unknown) => {
    if (error instanceof TaskEnded) return null;
    throw error;
  });
  if (!drawn) return refuse({ code: "no_picture" });
  async function* body() {
    yield drawn as Uint8Array;
  }
  return storeFile(ctx, { ...where, name: "photo.jpg", body: body() });
}

/** A kept picture, small enough to stand in a list. */
export const smallPhoto = (bytes: Uint8Array): Promise<Uint8Array | null> => redraw({ bytes, longestSide: SMALL_SIDE });
