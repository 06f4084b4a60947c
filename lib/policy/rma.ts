import { z } from "zod";

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

/** The RMA we generate for return number R-<number>; the same number always gives the same RMA (S1-07). */
export const rmaFor = (number: number): string => `RMA-${number}-${checkCharacter(`RMA${number}`)}`;

/** A seller's own RMA as typed or scanned: 3 to 40 of A–Z, 0–9 and inner hyphens, full-width forms folded. */
export const rmaSchema = z
  .string()
  .transform((text) => text.normalize("NFKC").trim().toUpperCase())
  .pipe(z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,38}[A-Z0-9]$/));

/** Whether an RMA has the generated form and is not this return's own: such numbers are reserved. */
export const isForeignGenerated = (rma: string, number: number): boolean =>
  /^RMA-\d+-[A-Z0-9]$/.test(rma) && rma !== rmaFor(number);
