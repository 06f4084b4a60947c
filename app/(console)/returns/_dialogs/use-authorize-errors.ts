"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFieldWords, useRefusalWords } from "@/components/refusal-words";

const ADDRESS_FIELDS = [
  ...(["recipient", "line1", "line2", "city", "district", "region", "postalCode", "country", "phone"] as const),
];

/** What is wrong with a field of the authorize dialogs, by its path, in words that say what to do. */
export function useAuthorizeErrors(): (path: string, code: string, rma?: string) => string {
  const t = useTranslations("authorize.errors");
  const locale = useLocale();
  const address = useTranslations("addresses.errors");
  const fields = useFieldWords();
  const words = useRefusalWords();
  return (path, code, rma = "") => {
    const part = ADDRESS_FIELDS.find((name) => path === `newAddress.${name}`);
    if (part) return code === "bad_postal_code" || code === "not_printable" ? fields(code) : address(part);
    switch (path) {
      case "rma":
        if (code === "rma_taken" || code === "rma_reserved") return words({ code, rma });
        return code === "required" ? t("rma") : words({ code: "rma_malformed", rma });
      case "overrideNote":
        return t(code === "too_long" ? "note" : "overrideNote");
      case "labelCost":
        return t("labelCost", { example: new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(6.5) });
      case "labelCarrier":
      case "labelTracking":
        return t(path);
      case "labelFileId":
        return t("labelFileId");
      case "instructions":
        return t("instructions");
      case "addressId":
        return t("addressId");
      default:
        return words({ code: "invalid" });
    }
  };
}

/** The same for *Authorize all selected returns*. */
export function useBulkErrors(): (path: string, code: string) => string {
  const t = useTranslations("bulk.errors");
  const one = useAuthorizeErrors();
  return (path, code) => (path === "overrideNote" && code === "required" ? t("overrideNote") : one(path, code));
}
