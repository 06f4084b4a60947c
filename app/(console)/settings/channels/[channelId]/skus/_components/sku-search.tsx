"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { SearchInput } from "@/components/ui/search-input";
import { paths } from "@/lib/i18n/paths";

export function SkuSearch({ channelId, search }: { channelId: string; search: string }) {
  const t = useTranslations("skus");
  const router = useRouter();
  return (
    <SearchInput
      label={t("search")}
      placeholder={t("search")}
      defaultValue={search}
      onCommit={(q) => router.push(paths.channelSkus(channelId, q || undefined))}
      className="min-w-48 flex-1"
    />
  );
}
