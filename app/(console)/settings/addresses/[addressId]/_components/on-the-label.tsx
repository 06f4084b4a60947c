"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Card } from "@/components/ui/card";
import { asKept, fitted, type TypedAddress } from "@/lib/kernel/address-fields";
import { addressLines } from "@/lib/kernel/address-lines";
import { addressProblems } from "@/lib/kernel/address-problems";

/** Nobody reads what stands there for the blink of an eye. */
const AFTER_MS = 500;

/** The address as it will stand on the return label: in words at once, and drawn as the label draws it. */
export function OnTheLabel({ address }: { address: TypedAddress }) {
  const t = useTranslations("addresses");
  const lines = addressLines(asKept(address)).filter((line) => line.trim() !== "");
  const picture = useDrawn(address);
  return (
    <Card title={t("onTheLabel")}>
      {picture ? (
        // biome-ignore lint/performance/noImgElement: made for this moment, and never asked for again.
        <img
          src={picture}
          alt={lines.join("\n")}
          className="w-full rounded-control border border-control border-dashed bg-white"
        />
      ) : (
        <address
          className="whitespace-pre-line break-words rounded-control border border-control border-dashed bg-canvas p-3 text-fg not-italic"
          dir="auto"
          // A browser may call a country otherwise than the server does.
          suppressHydrationWarning
        >
          {lines.join("\n")}
        </address>
      )}
    </Card>
  );
}

/** The picture of an address, once it is complete and nobody types any more; null before, and where it is not to be had. */
function useDrawn(address: TypedAddress): string | null {
  const typed = JSON.stringify(fitted(address));
  const [drawn, setDrawn] = useState<{ of: string; url: string } | null>(null);
  useEffect(() => {
    if (addressProblems(JSON.parse(typed)).length > 0) return;
    const leaving = new AbortController();
    const draw = async () => {
      const answer = await fetch("/api/addresses/drawn", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: typed,
        signal: leaving.signal,
      }).catch(() => null);
      if (answer?.ok) setDrawn({ of: typed, url: URL.createObjectURL(await answer.blob()) });
    };
    const timer = setTimeout(() => void draw(), AFTER_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [typed]);
  useEffect(() => () => (drawn ? URL.revokeObjectURL(drawn.url) : undefined), [drawn]);
  return drawn?.of === typed ? drawn.url : null;
}
