import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * `mailed` is an invite whose link only the mail carries; `device` is no link, but what a browser is known by, and
 * `visit` what the browser of a buyer is handed for the link that it came by.
 */
const PURPOSES = { invite: 2, mailed: 2, reset: 1, device: 1, buyer: 2, visit: 2 } as const;
const ID_BYTES = 16;
const ID_TEXT = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll("-", ""), "hex");
const idOf = (bytes: Buffer): string => bytes.toString("hex").replace(ID_TEXT, "$1-$2-$3-$4-$5");

const seal = (secret: string, purpose: keyof typeof PURPOSES, ids: Buffer): Buffer =>
  createHmac("sha256", secret).update(`homeward link ${purpose}`).update(ids).digest();

const write = (secret: string, purpose: keyof typeof PURPOSES, ids: readonly string[]): string => {
  const bytes = Buffer.concat(ids.map(bytesOf));
  return Buffer.concat([bytes, seal(secret, purpose, bytes)]).toString("base64url");
};

function read(secret: string, purpose: keyof typeof PURPOSES, token: string): string[] | null {
  const whole = Buffer.from(token, "base64url");
  const length = PURPOSES[purpose] * ID_BYTES;
  // Another spelling of the same bytes is not the link that was sent.
  if (whole.length !== length + 32 || whole.toString("base64url") !== token) return null;
  const ids = whole.subarray(0, length);
  if (!timingSafeEqual(whole.subarray(length), seal(secret, purpose, ids))) return null;
  return Array.from({ length: PURPOSES[purpose] }, (_, at) => idOf(ids.subarray(at * ID_BYTES, (at + 1) * ID_BYTES)));
}

type InviteIds = { sellerId: string; inviteId: string };

type InviteLink = InviteIds & { isMailed: boolean };

/**
 * What makes a personal link: the ids of its row, sealed with the server's secret, so that nothing secret is stored. The
 * link in the mail is another one than the one that is handed over: only the first proves who reads the address.
 */
export const inviteToken = (secret: string, { sellerId, inviteId, isMailed }: InviteLink): string =>
  write(secret, isMailed ? "mailed" : "invite", [sellerId, inviteId]);

/** The invite a link names, or null for what this server never gave out. */
export function readInviteToken(secret: string, token: string): InviteLink | null {
  for (const purpose of ["mailed", "invite"] as const) {
    const [sellerId, inviteId] = read(secret, purpose, token) ?? [];
    if (sellerId && inviteId) return { sellerId, inviteId, isMailed: purpose === "mailed" };
  }
  return null;
}

export const resetToken = (secret: string, resetId: string): string => write(secret, "reset", [resetId]);

/** The id of the reset a link names, or null for what this server never gave out. */
export const readResetToken = (secret: string, token: string): string | null =>
  read(secret, "reset", token)?.[0] ?? null;

export const deviceToken = (secret: string, deviceId: string): string => write(secret, "device", [deviceId]);

/** The device a cookie names, or null for what this server never gave out. */
export const readDeviceToken = (secret: string, token: string): string | null =>
  read(secret, "device", token)?.[0] ?? null;

export type BuyerLinkIds = { sellerId: string; linkId: string };

const ofBuyer = (purpose: "buyer" | "visit") => ({
  write: (secret: string, { sellerId, linkId }: BuyerLinkIds): string => write(secret, purpose, [sellerId, linkId]),
  /** The link that it names, or null for what this server never gave out. */
  read: (secret: string, token: string): BuyerLinkIds | null => {
    const [sellerId, linkId] = read(secret, purpose, token) ?? [];
    return sellerId && linkId ? { sellerId, linkId } : null;
  },
});

/**
 * The link in a buyer's mail. Sealed, and no random secret kept as its hash: a mail waits word for word in `messages`
 * and would hold the secret there. So nobody who reads the database has a link, and its row still ends it at any time.
 */
export const buyerToken = ofBuyer("buyer");
/** What the cookie holds: of another purpose, so that neither is taken for the other. */
export const visitToken = ofBuyer("visit");
