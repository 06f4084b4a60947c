import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusal-words";
import type { Marketplace } from "@/components/returns/marketplace";
import type { ActionRefusal } from "@/lib/kernel/action-answer";
import { shownText } from "@/lib/kernel/shown-text";
import { statusWord } from "@/lib/policy/machines/return/status-words";
import type { Status } from "@/lib/policy/machines/return/statuses";
import type { ScannedReturn } from "@/lib/receiving/find-scanned";
import type { Sound } from "./sounds";

/** What the last scan came to. */
export type Band = { sound: Sound; name: string; says: BandSays };
export type BandSays =
  | { kind: "matched"; tracking: string | null }
  | { kind: "unasked" }
  | { kind: "made"; units: number }
  | { kind: "several"; count: number }
  | ({ kind: "not_receivable" } & Pick<ScannedReturn, "status" | "marketplace" | "reportedStatus">)
  | { kind: "nothing_left" }
  | { kind: "unknown" }
  | { kind: "parked" }
  | { kind: "done"; units: number }
  | { kind: "kept" }
  | { kind: "scan_kept" }
  | { kind: "undone" }
  | { kind: "differs" }
  | { kind: "to_go"; count: number }
  | { kind: "nothing_graded" }
  | { kind: "nothing_to_undo" }
  | { kind: "refused"; refusal: ActionRefusal };
export type LastScan = { id: string; name: string; sound: Sound; says: BandSays; at: Date };

type Said = Pick<Band, "name" | "says">;

/** What a scan came to, in words: a headline to read from a metre, and the rest. */
export function useOutcomeWords() {
  const t = useTranslations("receive.outcome");
  const status = useTranslations("status");
  const statusWords = (marketplace: Marketplace) => (of: Status, reported: string | null) =>
    status(statusWord(of, marketplace, reported));
  const refusalWords = useRefusalWords();
  return {
    headline: ({ name, says }: Said): string => t(`headline.${says.kind}`, { name: shownText(name) }),
    detail: ({ says }: Said): string => {
      switch (says.kind) {
        case "matched":
          return says.tracking ?? "";
        case "several":
          return t("several", { count: says.count });
        case "not_receivable":
          return t("notReceivable", { status: statusWords(says.marketplace)(says.status, says.reportedStatus) });
        case "nothing_left":
          return t("nothingLeft");
        case "unasked":
          return t("unasked");
        case "made":
        case "done":
          return t("done", { count: says.units });
        case "differs":
          return t("differs");
        case "to_go":
          return t("toGo", { count: says.count });
        case "refused":
          return refusalWords(says.refusal);
        case "unknown":
          return t("unknown");
        case "kept":
          return t("kept");
        case "scan_kept":
          return t("scanKept");
        default:
          return "";
      }
    },
  };
}
