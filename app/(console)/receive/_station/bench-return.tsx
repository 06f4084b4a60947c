"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Shortcut } from "@/components/ui/shortcut";
import { shownText } from "@/lib/kernel/shown-text";
import { type Bench, graded, unitsToGo } from "./bench-state";
import { UnitRow } from "./unit-row";
import type { StationState } from "./use-station";
import { WhyDifferent } from "./why-different";

type BenchReturnPanelProps = {
  bench: Bench;
  station: Pick<StationState, "why" | "explain" | "act" | "finish" | "addExtra" | "focus" | "sellerId">;
};

/** The units of the return on the bench, each to be graded, and what is left to do. */
export function BenchReturnPanel({ bench, station }: BenchReturnPanelProps) {
  const t = useTranslations("receive");
  const { name, found, order, slots } = bench;
  const toGo = unitsToGo(bench);
  const { length: gradedCount } = graded(bench);
  return (
    <section aria-label={shownText(name)} className="mt-3 overflow-hidden rounded-card border border-line bg-surface">
      <header className="flex flex-wrap items-center gap-x-2.5 gap-y-1 border-line border-b px-4 py-3">
        <h2 className="text-h2 heading">
          {order ? t("orderUnits", { name: shownText(name) }) : t("expectedUnits", { count: slots.length })}
        </h2>
        <p className="min-w-0 text-muted text-small">
          {[found.buyerName, found.channelName]
            .filter((part) => part !== null)
            .map(shownText)
            .join(", ")}
        </p>
        {found.comment && (
          <p className="min-w-0 truncate text-muted text-small" title={shownText(found.comment)}>
            “{shownText(found.comment)}”
          </p>
        )}
        <span className="ms-auto">
          <Badge tone={toGo === 0 && gradedCount > 0 ? "success" : "neutral"}>
            {t("graded", { done: gradedCount, count: slots.length })}
          </Badge>
        </span>
      </header>
      <ul className="divide-y divide-line">
        {slots.map((slot, place) => (
          <UnitRow
            key={slot.id}
            sellerId={station.sellerId}
            slot={slot}
            isCurrent={place === bench.current}
            onGo={() => station.act({ kind: "go", place })}
            onGrade={(condition) => {
              station.act({ kind: "go", place });
              station.act({ kind: "grade", condition });
              station.focus();
            }}
            onAbsent={() => {
              station.act({ kind: "go", place });
              station.act({ kind: "absent" });
              station.focus();
            }}
            onDispose={(disposition) => station.act({ kind: "dispose", place, disposition })}
            onTitle={(title) => station.act({ kind: "title", place, title })}
            onPhoto={(fileId) => station.act({ kind: "photo", id: slot.id, fileId })}
          />
        ))}
      </ul>
      {station.why && (
        <WhyDifferent
          bench={bench}
          reason={station.why.reason}
          onExplain={station.explain}
          onFinish={(said) => {
            station.focus();
            void station.finish(said);
          }}
        />
      )}
      <footer className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t bg-sunken px-4 py-3 text-small">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted max-md:hidden">
          <Hint keys="1–7" says={t("hint.grade")} />
          <Hint keys="0" says={t("hint.absent")} />
          <Hint keys="+" says={t("hint.extra")} />
          <Hint keys="z" says={t("hint.undo")} />
        </p>
        <Button size="sm" onClick={station.addExtra}>
          {t("extra")}
        </Button>
        <div className="ms-auto flex items-center gap-4">
          <p className="text-muted">{toGo > 0 && t("toGo", { count: toGo })}</p>
          <Button
            variant={toGo === 0 && gradedCount > 0 ? "primary" : "secondary"}
            onClick={() => void station.finish()}
          >
            {t("done")} <Shortcut of="Enter" />
          </Button>
        </div>
      </footer>
    </section>
  );
}

function Hint({ keys, says }: { keys: string; says: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <Shortcut of={keys} /> {says}
    </span>
  );
}
