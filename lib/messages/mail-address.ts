import { canonicalEmail } from "@/lib/kernel/email";

/** Set aside for tests and documentation: no mail server of the world answers for them. */
const NOBODYS = ["test", "example", "invalid", "localhost"];

/** The one spelling of an address that mail can be sent to; null for what is no address, and for made-up ones. */
export function deliverable(address: string | null): string | null {
  const email = address === null ? null : canonicalEmail(address);
  return email === null || NOBODYS.includes(email.slice(email.lastIndexOf(".") + 1)) ? null : email;
}

/** A text as one line of a header: what could end the line, or hide, is a space. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim()
    .slice(0, 300);
