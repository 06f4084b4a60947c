"use client";

import { clsx } from "clsx";
import { PackageSearch, ScanBarcode, Volume2, VolumeX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/i18n/paths";
import type { Bench as BenchFacts } from "@/lib/receiving/read-bench";
import type { Bencher } from "./bench-kept";
import { BenchReturnPanel } from "./bench-return";
import { BenchSide } from "./bench-side";
import { ChooseReturn } from "./choose-return";
import { KeptScans } from "./kept-scans";
import { OutcomeBand, RefusedActs } from "./outcome-band";
import { UnknownParcel } from "./unknown-parcel";
import { useKeptPage } from "./use-kept-page";
import { useScanner } from "./use-scanner";
import { useStation } from "./use-station";

type StationProps = { who: Bencher; initial: BenchFacts; scan: string | null };

/** The scan station of ux.md B.7: a field for the scanner, what it found, the units on the bench, and what was done today. */
export function Station({ who, initial, scan }: StationProps) {
  const t = useTranslations("receive");
  const field = useRef<HTMLInputElement>(null);
  const station = useStation({ who, initial, scan, field });
  const { bench, band, several, parking, facts, last, waiting, hasSound } = station;
  useKeptPage();
  const { isComposing } = useScanner({ field, onScan: station.scan, onKey: station.key });
  return (
    <div data-bench className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_18.75rem]">
      <div className="min-w-0">
        <header className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
          <h1 tabIndex={-1} className="text-h1 heading">
            {t("title")}
          </h1>
          <p className="flex items-center gap-1.5 font-medium text-small" role="status">
            <span
              aria-hidden
              className={clsx("size-2 rounded-full", station.isReady ? "bg-tone-success-icon" : "bg-tone-neutral-icon")}
            />
            {isComposing ? t("composing") : station.isReady ? t("ready") : t("paused")}
          </p>
          {waiting > 0 && (
            <p className="font-medium text-small text-tone-attention-fg">{t("waiting", { count: waiting })}</p>
          )}
          <div className="ms-auto flex flex-wrap items-center gap-1">
            <Button
              variant="ghost"
              icon={hasSound ? <Volume2 aria-hidden size={16} /> : <VolumeX aria-hidden size={16} />}
              aria-pressed={hasSound}
              onClick={station.toggleSound}
            >
              {t(hasSound ? "soundOn" : "soundOff")}
            </Button>
            <Button icon={<PackageSearch aria-hidden size={16} />} onClick={() => station.park("")}>
              {t("unknown.open")}
            </Button>
          </div>
        </header>
        <label className="flex h-22 items-center gap-4 rounded-card border-2 border-accent bg-surface px-6 max-md:h-16 max-md:px-4">
          <ScanBarcode aria-hidden size={28} className="shrink-0 text-accent" />
          <span className="sr-only">{t("field")}</span>
          <input
            ref={field}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            className="min-w-0 flex-1 bg-transparent text-[1.75rem] outline-none placeholder:text-subtle max-md:text-h2"
            placeholder={t("field")}
            onFocus={() => station.setReady(true)}
            onBlur={() => station.setReady(false)}
          />
        </label>
        <RefusedActs acts={station.refused} onAcknowledge={(id) => void station.acknowledge(id)} />
        <OutcomeBand band={band} />
        <KeptScans scans={station.scans} onLookUp={(kept) => void station.lookUp(kept)} onDrop={station.dropScan} />
        {several && <ChooseReturn found={several} onChoose={station.choose} onChooseOrder={station.chooseOrder} />}
        {bench && <BenchReturnPanel bench={bench} station={station} />}
        {!bench && !several && band === null && <p className="px-1 py-6 text-muted">{t("empty")}</p>}
      </div>
      <BenchSide facts={facts} last={last} onScan={station.scan} onOrder={station.lookUpParked} />
      {parking !== null && (
        <UnknownParcel
          sellerId={who.sellerId}
          scanned={parking}
          onPark={station.parked}
          onClose={() => station.park(null)}
        />
      )}
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-small lg:col-span-2">
        <Link href={paths.receivedUnits}>{t("units")}</Link>
        <Link href={paths.receiveCommands}>{t("commands.link")}</Link>
      </p>
    </div>
  );
}
