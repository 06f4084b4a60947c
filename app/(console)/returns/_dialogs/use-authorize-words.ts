"use client";

import { useLocale, useTranslations } from "next-intl";
import { useAddressLayout } from "@/components/address/use-address-layout";
import { type Naming, ownWords } from "@/components/form/form-problems";
import { useRefusalWords } from "@/components/refusal-words";
import type { TypedAddress } from "@/lib/kernel/address-fields";

/** Codes that say more of an address than which part it is. */
const SAYS_MORE = new Set(["bad_postal_code", "not_printable"]);

/** What the fields of both authorize dialogs are called, and what is said of a wrong one. */
export function useAuthorizeWords(
  { country, region }: TypedAddress,
  noteLabel: string,
): Required<Pick<Naming, "labels" | "wordsOf">> {
  const t = useTranslations("authorize");
  const errors = useTranslations("authorize.errors");
  const addresses = useTranslations("addresses");
  const wrongPart = ownWords(useTranslations("addresses.errors"));
  const close = useTranslations("close");
  const wrongRest = ownWords(useTranslations("close.errors"));
  const parts = useAddressLayout(country, region);
  const locale = useLocale();
  const words = useRefusalWords();
  const own = ownWords(errors, {
    example: new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(6.5),
  });
  return {
    labels: {
      overrideNote: noteLabel,
      rmaChoice: t("rma.legend"),
      rma: t("rma.field"),
      "rest.units": t("rest.legend"),
      "rest.reason": close("reason"),
      "rest.comment": close("comment"),
      addressId: addresses("legend"),
      "newAddress.country": addresses("country"),
      ...Object.fromEntries(parts.map(({ name, label }) => [`newAddress.${name}`, label])),
      label: t("label.legend"),
      labelFileId: t("label.own"),
      instructions: t("instructions.label"),
    },
    wordsOf: (name, code, refusal) => {
      if (name === "rma" && code !== "required") {
        const rma = typeof refusal.rma === "string" ? refusal.rma : "";
        return words(code === "rma_taken" || code === "rma_reserved" ? { code, rma } : { code: "rma_malformed", rma });
      }
      const [, part] = name.split("newAddress.");
      if (part !== undefined) return SAYS_MORE.has(code) ? undefined : wrongPart(part, code);
      const [, ofRest] = name.split("rest.");
      return ofRest === undefined ? own(name, code) : wrongRest(ofRest, code);
    },
  };
}
