import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { and, eq, gt, isNull, lt, or } from "drizzle-orm";
import type { Db } from "@/db/client";
import { channelKeys, channels } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Actor } from "@/lib/policy/actor";
import { bookAttempt, keyLimit } from "./throttle";

const PREFIX = "hw_";
const ID_BYTES = 16;
const SECRET_BYTES = 32;
const HINT_LETTERS = 4;
/** When it was last used is told to the minute. */
const USED_EVERY_MS = 60_000;

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll("-", ""), "hex");
const idOf = (bytes: Buffer): string =>
  bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

/** A whole key is random enough that its plain hash tells nothing of it. */
const hashOf = (key: string): string => createHash("sha256").update(key).digest("hex");

/** A new key: shown once, and kept as its hash. It names its row, so that it is found without a list of all keys. */
export function makeKey(sellerId: string, keyId: string): { key: string; hash: string; hint: string } {
  const bytes = Buffer.concat([bytesOf(sellerId), bytesOf(keyId), randomBytes(SECRET_BYTES)]);
  const key = PREFIX + bytes.toString("base64url");
  return { key, hash: hashOf(key), hint: key.slice(-HINT_LETTERS) };
}

function rowNamed(key: string): { sellerId: string; keyId: string } | null {
  const bytes = Buffer.from(key.slice(PREFIX.length), "base64url");
  const isWhole = bytes.length === 2 * ID_BYTES + SECRET_BYTES && PREFIX + bytes.toString("base64url") === key;
  if (!isWhole) return null;
  return { sellerId: idOf(bytes.subarray(0, ID_BYTES)), keyId: idOf(bytes.subarray(ID_BYTES, 2 * ID_BYTES)) };
}

/** What a key opens, and the key as whoever acts: by the channel it is for and how it ends, as the shop knows it. */
export type KeyHolder = { sellerId: string; keyId: string; channelId: string; actor: Actor };

/** Whose key it is, while it counts. */
async function findHolder(db: Db, key: string, now: Date): Promise<KeyHolder | null> {
  const named = rowNamed(key);
  if (!named) return null;
  const { sellerId, keyId } = named;
  return withSeller(db, sellerId, async (tx) => {
    const isRow = and(eq(channelKeys.sellerId, sellerId), eq(channelKeys.id, keyId));
    const [row] = await tx
      .select({
        hash: channelKeys.hash,
        hint: channelKeys.hint,
        channelId: channelKeys.channelId,
        channelName: channels.name,
      })
      .from(channelKeys)
      .innerJoin(channels, and(eq(channels.sellerId, channelKeys.sellerId), eq(channels.id, channelKeys.channelId)))
      .where(and(isRow, or(isNull(channelKeys.endsAt), gt(channelKeys.endsAt, now))));
    if (!row || !timingSafeEqual(Buffer.from(row.hash), Buffer.from(hashOf(key)))) return null;
    const isLongAgo = or(isNull(channelKeys.usedAt), lt(channelKeys.usedAt, new Date(now.getTime() - USED_EVERY_MS)));
    await tx.update(channelKeys).set({ usedAt: now }).where(and(isRow, isLongAgo));
    const actor = { kind: "key" as const, id: keyId, name: `${row.channelName} …${row.hint}` };
    return { sellerId, keyId, channelId: row.channelId, actor };
  });
}

export type KeyRefusal = { code: "key_unknown" } | { code: "locked"; until: Date };

/** Whoever shows a key that counts; wrong ones are counted by where they come from, and a right one is never held up. */
export async function knowKey(
  db: Db,
  { shown, from, now }: { shown: string | null; from: string; now: Date },
): Promise<Result<KeyHolder, KeyRefusal>> {
  const [, key] = /^Bearer (\S{1,200})$/i.exec(shown ?? "") ?? [];
  const holder = key ? await findHolder(db, key, now) : null;
  if (holder) return ok(holder);
  const booked = await bookAttempt(db, [keyLimit(from)], now);
  return refuse("until" in booked ? { code: "locked", until: booked.until } : { code: "key_unknown" });
}
