import { describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/ids";
import { deviceToken, inviteToken, readDeviceToken, readInviteToken, readResetToken, resetToken } from "./link-token";

const SECRET = "one of two keys that are long enough";
const OTHER = "the other of two keys of that length";
const ids = { sellerId: newId(), inviteId: newId(), isMailed: false };

describe("a personal link", () => {
  it("is read back as the ids it was made of", () => {
    expect(readInviteToken(SECRET, inviteToken(SECRET, ids))).toEqual(ids);
    const mailed = { ...ids, isMailed: true };
    expect(readInviteToken(SECRET, inviteToken(SECRET, mailed))).toEqual(mailed);
    expect(readResetToken(SECRET, resetToken(SECRET, ids.inviteId))).toBe(ids.inviteId);
    expect(readDeviceToken(SECRET, deviceToken(SECRET, ids.inviteId))).toBe(ids.inviteId);
  });

  it("fits into an address without being escaped", () => {
    expect(inviteToken(SECRET, ids)).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it("is refused under another secret, and for another purpose", () => {
    expect(readInviteToken(OTHER, inviteToken(SECRET, ids))).toBeNull();
    expect(readResetToken(SECRET, inviteToken(SECRET, ids))).toBeNull();
    expect(readInviteToken(SECRET, resetToken(SECRET, ids.inviteId))).toBeNull();
    expect(readDeviceToken(SECRET, resetToken(SECRET, ids.inviteId))).toBeNull();
    expect(readResetToken(SECRET, deviceToken(SECRET, ids.inviteId))).toBeNull();
  });

  it("is refused when anything of it was changed, cut off, added or spelled otherwise", () => {
    const token = inviteToken(SECRET, ids);
    const changed = [...token].map(
      (letter, at) => token.slice(0, at) + (letter === "A" ? "B" : "A") + token.slice(at + 1),
    );
    for (const wrong of [...changed, token.slice(0, -1), `${token}A`, `${token}=`, ` ${token}`, "", "only-in-the-mail"])
      expect(readInviteToken(SECRET, wrong), wrong).toBeNull();
  });

  it("of one invite says nothing about another's", () => {
    const seal = inviteToken(SECRET, ids).slice(-43);
    const forged = inviteToken(OTHER, { ...ids, inviteId: newId() }).slice(0, -43) + seal;
    expect(readInviteToken(SECRET, forged)).toBeNull();
  });
});
