import { describe, expect, it } from "vitest";
import { readEnv } from "./env";

const complete = {
  APP_DATABASE_URL: "postgres://app:dsn-with-words@127.0.0.1/homeward",
  NEXTAUTH_URL: "http://localhost:3000",
  NEXTAUTH_SECRET: "k3jh4kj5h6k7jh8l9mnbvcxzasdfghjk",
  INSTANCE_ID: "a1b2c3",
};

describe("readEnv", () => {
  it("fills in what may be left out, and takes an empty variable for one", () => {
    expect(readEnv({ ...complete, LOG_LEVEL: "", PLATFORM_SUPPORT: "" })).toEqual({
      ...complete,
      DATA_DIR: ".data",
      LOG_LEVEL: "info",
      PLATFORM_SUPPORT: false,
      STORAGE_PER_SHOP_MB: 8192,
      TRUSTED_PROXY: "",
    });
    expect(readEnv({ ...complete, PLATFORM_SUPPORT: "1" }).PLATFORM_SUPPORT).toBe(true);
  });

  it.each(["APP_DATABASE_URL", "NEXTAUTH_URL", "NEXTAUTH_SECRET", "INSTANCE_ID"])(
    "names %s when it is missing",
    (name) => expect(() => readEnv({ ...complete, [name]: undefined })).toThrow(`${name} is missing`),
  );

  it.each([
    ["NEXTAUTH_SECRET", "changeme"],
    ["NEXTAUTH_SECRET", "only-thirty-one-characters-here"],
    ["NEXTAUTH_SECRET", "a".repeat(40)],
    ["NEXTAUTH_SECRET", "please-changeme-before-you-go-live-0123456789"],
    ["NEXTAUTH_URL", "http://returns.example"],
    ["NEXTAUTH_URL", "javascript:alert(1)"],
    ["APP_DATABASE_URL", "mysql://root:pw@db/x"],
    ["INSTANCE_ID", "a b;c"],
    ["LOG_LEVEL", "loud"],
    ["PLATFORM_SUPPORT", "perhaps"],
    ["SMTP_URL", "http://mail.shop.net"],
    ["SMTP_URL", "smtp://robot@mail.shop.net"],
    ["MAIL_FROM", "a@evil.net,victim@shop.net"],
  ])("refuses %s = %j by name, without printing it", (name, value) => {
    const attempt = () => readEnv({ ...complete, [name]: value });
    expect(attempt).toThrow(name);
    expect(attempt).not.toThrow(value);
  });

  it("takes a mail server only together with the address that mail comes from", () => {
    const mail = { SMTP_URL: "smtps://robot:k3jh4kj5@mail.shop.net:465", MAIL_FROM: "returns@shop.net" };
    expect(readEnv({ ...complete, ...mail })).toMatchObject(mail);
    expect(() => readEnv({ ...complete, SMTP_URL: mail.SMTP_URL })).toThrow("MAIL_FROM is missing");
    expect(() => readEnv({ ...complete, MAIL_FROM: mail.MAIL_FROM })).toThrow("SMTP_URL is missing");
  });
});
