import { createTranslator } from "next-intl";
import messages from "@/lib/i18n/messages/en.json";
import type { UploadRefusal } from "@/lib/imports/stored-files";

type Code = keyof typeof messages.importReasons;

const say = createTranslator({ locale: "en", messages, namespace: "importReasons" });

const sayOfUpload = createTranslator({ locale: "en", messages, namespace: "import.uploadReason" });

/** Why a file was not even taken. */
export const sentenceOfUpload = (refusal: UploadRefusal): string => {
  switch (refusal.code) {
    case "file_too_large":
      return sayOfUpload("file_too_large", { size: refusal.maxBytes / 2 ** 20 });
    case "too_many_files":
      return sayOfUpload("too_many_files", { max: refusal.max });
    case "storage_full":
      return createTranslator({ locale: "en", messages, namespace: "refusals" })("storage_full", refusal);
    case "not_found":
      return sayOfUpload("upload_over");
    default:
      return sayOfUpload(refusal.code);
  }
};

const isKnown = (code: string): code is Code => code in messages.importReasons;

/** The sentence of a refusal or a warning, in English as everything on the command line. */
export function sentenceOf({ code, ...facts }: { code: string } & Record<string, unknown>): string {
  if (!isKnown(code)) return code;
  const values = Object.entries(facts).map(([name, fact]) => [name, typeof fact === "number" ? fact : textOf(fact)]);
  return say(code, Object.fromEntries(values));
}

const textOf = (fact: unknown): string => (Array.isArray(fact) ? fact.join(", ") : String(fact ?? ""));
