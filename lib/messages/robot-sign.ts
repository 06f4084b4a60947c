import { createHmac } from "node:crypto";

/** DingTalk: the secret is the key, the instant in milliseconds and the secret are what is signed. */
export function signedDingtalkUrl(url: string, secret: string, now: Date): string {
  const timestamp = String(now.getTime());
  const signed = new URL(url);
  const sign = createHmac("sha256", secret).update(`${timestamp}\n${secret}`).digest("base64");
  signed.searchParams.set("timestamp", timestamp);
  signed.searchParams.set("sign", sign);
  return signed.href;
}

/** Feishu and Lark: the instant in seconds and the secret are the key, and nothing is what is signed. */
export function feishuSignature(secret: string, now: Date): { timestamp: string; sign: string } {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return { timestamp, sign: createHmac("sha256", `${timestamp}\n${secret}`).digest("base64") };
}
