const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** ISO 7064 MOD 37,36: one character that betrays any single slip and nearly any two neighbours swapped. */
export function checkCharacter(text: string): string {
  let sum = 36;
  for (const character of text) {
    sum = (sum + ALPHABET.indexOf(character)) % 36 || 36;
    sum = (sum * 2) % 37;
  }
  return ALPHABET.charAt((37 - sum) % 36);
}

/** What an RMA may be made of: the return's number, padded with zeros where a width is given, its date, a check character. */
const TOKEN = /\{(number(?::([1-9]|1[0-2]))?|yyyy|yy|mm|dd|check)\}/g;
export const DEFAULT_RMA_FORMAT = "RMA-{number}-{check}";
const SHAPE = /^[A-Z0-9][A-Z0-9-]{1,38}[A-Z0-9]$/;

/** What is wrong with a format, or null: it names the number once and nothing that is no token; what it makes is a valid RMA. */
export function rmaFormatProblem(format: string) {
  if (format.length > 60) return "too_long";
  if ((format.match(/\{number(:\d+)?\}/g) ?? []).length !== 1) return "rma_number_missing";
  if ((format.match(/\{check\}/g) ?? []).length > 1 || /\{check\}./.test(format)) return "rma_check_last";
  const made = rmaFor({ number: 9_999_999, requestedOn: "2026-12-31" }, format);
  return SHAPE.test(made) ? null : "rma_bad_characters";
}

export type RmaSubject = { number: number; requestedOn: string };

/**
 * The RMA we generate for return R-<number> by a channel's format; the same return always gets the same one (S1-07).
 * The number is unique with its seller, and so is what is made of it.
 */
export function rmaFor({ number, requestedOn }: RmaSubject, format: string = DEFAULT_RMA_FORMAT): string {
  const [year = "", month = "", day = ""] = requestedOn.split("-");
  const values: Record<string, string> = { yyyy: year, yy: year.slice(2), mm: month, dd: day };
  return format.replaceAll(TOKEN, (_token, name: string, width: string | undefined, at: number) => {
    if (name !== "check") return values[name] ?? String(number).padStart(Number(width ?? 1), "0");
    return checkCharacter(rmaFor({ number, requestedOn }, format.slice(0, at)).replaceAll(/[^0-9A-Z]/g, ""));
  });
}

/** A seller's own RMA as typed or scanned: 3 to 40 of A–Z, 0–9 and inner hyphens, full-width forms folded; else null. */
export function readRma(typed: string): string | null {
  const rma = typed.normalize("NFKC").trim().toUpperCase();
  return SHAPE.test(rma) ? rma : null;
}

const DIGITS: Record<string, string> = { yyyy: "\\d{4}", yy: "\\d\\d", mm: "\\d\\d", dd: "\\d\\d", check: "[0-9A-Z]" };
const shapeOf = (format: string): RegExp =>
  new RegExp(`^${format.replaceAll(TOKEN, (_token, name: string) => DIGITS[name] ?? "\\d+")}$`);

/** Whether an RMA has a generated form, of the channel or the usual one, and is not this return's own: those are reserved. */
export const isForeignGenerated = (rma: string, subject: RmaSubject, format: string = DEFAULT_RMA_FORMAT): boolean =>
  [format, DEFAULT_RMA_FORMAT].some((each) => shapeOf(each).test(rma) && rma !== rmaFor(subject, each));
