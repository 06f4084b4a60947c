import type { useTranslations } from "next-intl";

type Words = ReturnType<typeof useTranslations<"refusals">>;
type Refused = { code: string } & Record<string, unknown>;

/** The sentence for a refusal; what has no words of its own is told as not done, a fact that is null as `none`. */
export function refusalSentence(t: Words, { code, ...facts }: Refused): string {
  const isKnown = (key: string): key is Parameters<Words["has"]>[0] => t.has(key as Parameters<Words["has"]>[0]);
  const words = Object.entries(facts).flatMap(([name, fact]): [string, string | number | Date][] => {
    if (typeof fact === "string" || typeof fact === "number" || fact instanceof Date) return [[name, fact]];
    return fact === null ? [[name, "none"]] : [];
  });
  return isKnown(code) ? t(code, Object.fromEntries(words)) : t("generic");
}
