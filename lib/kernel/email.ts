const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The one spelling of an address that sign-in, storage and mail all use, or null for what two of them could read
 * differently (quotes, commas, two @, line breaks, a trailing dot, non-ASCII).
 */
export function canonicalEmail(typed: string): string | null {
  const email = typed.normalize("NFKC").trim().toLowerCase();
  const [local = "", domain = "", ...more] = email.split("@");
  const labels = domain.split(".");
  const isWhole = more.length === 0 && email.length <= 254 && local.length <= 64 && labels.length >= 2;
  return isWhole && LOCAL.test(local) && labels.every((label) => LABEL.test(label)) ? email : null;
}
