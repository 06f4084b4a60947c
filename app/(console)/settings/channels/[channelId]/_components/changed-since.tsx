"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

type ChangedSinceProps = {
  name: string | null;
  /** What stands now, in words. */
  what: string;
  onLoad: () => void;
};

/** Somebody else was faster: who, and what stands now; the person's own entries stay until they say so. */
export function ChangedSince({ name, what, onLoad }: ChangedSinceProps) {
  const t = useTranslations("settings.save");
  return (
    <Banner
      tone="warning"
      role="alert"
      title={t("changed", { hasName: String(name !== null), name: name ?? "" })}
      actions={
        <Button size="sm" onClick={onLoad}>
          {t("load")}
        </Button>
      }
      className="mb-4"
    >
      {t("changedBody", { what: what || "–" })}
    </Banner>
  );
}
