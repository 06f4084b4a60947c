import { useTranslations } from "next-intl";
import { FIELD_CODES } from "@/lib/kernel/field-codes";
import type { Refusal, StoredRefusal } from "@/lib/kernel/result";

type Words = ReturnType<typeof useTranslations<"refusal">>;
type Code = Parameters<Words["has"]>[0];

/** What the words of a refusal may name; a fact that is null is told as `none`. */
const factsOf = (refusal: StoredRefusal): Record<string, string | number | Date> =>
  Object.fromEntries(
    Object.entries(refusal).flatMap(([name, fact]): [string, string | number | Date][] => {
      if (typeof fact === "string" || typeof fact === "number" || fact instanceof Date) return [[name, fact]];
      return fact === null ? [[name, "none"]] : [];
    }),
  );

/** A refusal whose code has no words does not compile here, and the message check wants both languages. */
const codeOf = ({ code }: Refusal): Code => code;

/** What was written down, or comes from a server of another version, is told as not done where its code is unknown. */
export function storedRefusalSentence(t: Words, refusal: StoredRefusal): string {
  const isKnown = (code: string): code is Code => t.has(code as Code);
  return t(isKnown(refusal.code) ? refusal.code : "generic", factsOf(refusal));
}

/** The sentence for a refusal, where there is no hook: in a route handler. */
export const refusalSentence = (t: Words, refusal: Refusal): string =>
  storedRefusalSentence(t, { ...refusal, code: codeOf(refusal) });

/** The sentence for any refusal of the product, on any screen. */
export function useRefusalWords(): (refusal: Refusal) => string {
  const t = useTranslations("refusal");
  return (refusal) => refusalSentence(t, refusal);
}

/** The same for what was written down. */
export function useStoredRefusalWords(): (refusal: StoredRefusal) => string {
  const t = useTranslations("refusal");
  return (refusal) => storedRefusalSentence(t, refusal);
}

/** What is wrong with one field of a form. */
export function useFieldWords(): (code: string) => string {
  const t = useTranslations("wrongField");
  return (code) => t(FIELD_CODES.find((known) => known === code) ?? "invalid");
}
