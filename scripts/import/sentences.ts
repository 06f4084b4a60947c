import { createTranslator } from "next-intl";
import messages from "@/lib/i18n/messages/en.json";

type Code = keyof typeof messages.importReasons;

const say = createTranslator({ locale: "en", messages, namespace: "importReasons" });

const isKnown = (code: string): code is Code => code in messages.importReasons;

/** The sentence of a refusal or a warning, in English as everything on the command line. */
export function sentenceOf({ code, ...facts }: { code: string } & Record<string, unknown>): string {
  if (!isKnown(code)) return code;
  const values = Object.entries(facts).map(([name, fact]) => [name, typeof fact === "number" ? fact : textOf(fact)]);
  return say(code, Object.fromEntries(values));
}

const textOf = (fact: unknown): string => (Array.isArray(fact) ? fact.join(", ") : String(fact ?? ""));
