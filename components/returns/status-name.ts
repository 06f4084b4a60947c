import { useTranslations } from "next-intl";
import { statusWord } from "@/lib/policy/machines/return/status-words";
import type { Status } from "@/lib/policy/machines/return/statuses";
import type { Marketplace } from "./marketplace";

/** Names statuses as a marketplace does; what its report says tells the stage within one of ours. */
export function useStatusName(marketplace: Marketplace): (status: Status, reported?: string | null) => string {
  const t = useTranslations("status");
  return (status, reported = null) => t(statusWord(status, marketplace, reported));
}
