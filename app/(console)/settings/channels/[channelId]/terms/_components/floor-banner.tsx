"use client";

import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";

type FloorBannerProps = { marketplace: string; points: readonly string[]; onRaise?: () => void };

/** S1-04: what is stricter than the marketplace allows, and the way out in one press. */
export function FloorBanner({ marketplace, points, onRaise }: FloorBannerProps) {
  const t = useTranslations("terms.below");
  return (
    <Banner
      tone="warning"
      title={t("title", { marketplace, count: points.length })}
      className="mb-4"
      actions={
        onRaise && (
          <Button size="sm" onClick={onRaise}>
            {t("raise")}
          </Button>
        )
      }
    >
      <ul className="list-disc ps-5">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Banner>
  );
}
