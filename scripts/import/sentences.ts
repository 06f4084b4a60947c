import { createTranslator } from "next-intl";
import messages from "@/lib/i18n/messages/en.json";
import type { UploadRefusal } from "@/lib/imports/stored-files";

type Code = keyof typeof messages.importReasons;

const say = createTranslator({ locale: "en", messages, namespace: "importReasons" });

const sayOfUpload = createTranslator({ locale: "en", messages, namespace: "refusal" });

/** Why a file was not even taken. */
export const sentenceOfUpload = ({ code, ...facts }: UploadRefusal): string =>
  code === "not_found" ? sayOfUpload("upload_over") : sayOfUpload(code, facts);

const isKnown = (code: string): code is Code => code in messages.importReasons;

/** The sentence of a refusal or a warning, in English as everything on the command line. */
export function sentenceOf({ code, ...facts }: { code: string } & Record<string, unknown>): string {
  if (!isKnown(code)) return code;
  const values = Object.entries(facts).map(([name, fact]) => [name, typeof fact === "number" ? fact : textOf(fact)]);
  return say(code, Object.fromEntries(values));
}

const textOf = (fact: unknown): string => (Array.isArray(fact) ? fact.join(", ") : String(fact ?? ""));
