import { describe, expect, it } from "vitest";
import { hashPassword, passwordFault, verifyPassword } from "./password";

const EMAIL = "lina.chen@trading.example";

describe("passwordFault", () => {
  it.each([
    ["a lovely quiet harbour", null],
    ["Tr4velling-Kettle-92", null],
    ["很长的密码包含许多不同的汉字和词语", null],
    ["x7$Kq!9zLm2#", null],
    ["short-one!", "too_short"],
    ["ab".repeat(70), "too_long"],
    ["aaaaaaaaaaaa", "too_common"],
    ["121212121212", "too_common"],
    ["123456789012", "too_common"],
    ["password1234", "too_common"],
    ["Password123!", "too_common"],
    ["qwertyuiop123", "too_common"],
    ["admin-welcome-2026", "too_common"],
    ["lina.chen2026", "too_common"],
    ["lina.chen@trading.example", "too_common"],
  ] as const)("judges %j as %j", (password, fault) => expect(passwordFault(password, EMAIL)).toBe(fault));

  it("counts characters, not bytes, and takes 128 of them", () => {
    const long = [..."汉字词语长句密码"].join("").repeat(16);
    expect([...long]).toHaveLength(128);
    expect(passwordFault(long, EMAIL)).toBeNull();
    expect(passwordFault(`${long}。`, EMAIL)).toBe("too_long");
  });
});

describe("hashPassword", () => {
  it("makes argon2id hashes that differ each time", async () => {
    const [one, two] = await Promise.all([
      hashPassword("a lovely quiet harbour"),
      hashPassword("a lovely quiet harbour"),
    ]);
    expect(one).toMatch(/^\$argon2id\$/);
    expect(one).not.toBe(two);
  });

  it("cuts nothing off: a difference after byte 72, or after a NUL, counts", async () => {
    const base = "correct horse battery staple ".repeat(3);
    expect(await verifyPassword(await hashPassword(`${base}a`), `${base}b`)).toBe(false);
    expect(await verifyPassword(await hashPassword("before\0after one"), "before\0after two")).toBe(false);
  });

  it("takes one password in both of its Unicode spellings", async () => {
    expect(await verifyPassword(await hashPassword("caf\u00e9 au lait matin"), "cafe\u0301 au lait matin")).toBe(true);
  });

  it("answers false without an account, after the same work", async () => {
    expect(await verifyPassword(null, "a lovely quiet harbour")).toBe(false);
  });
});
