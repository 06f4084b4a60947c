import { useLocale, useTimeZone, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { formatDateTime } from "@/lib/i18n/format";
import { shownText } from "@/lib/kernel/shown-text";
import type { DetailParcel } from "@/lib/returns/return-detail";

type ParcelsCardProps = {
  parcels: readonly DetailParcel[];
  now: Date;
  /** Adds a parcel; null where nothing is awaited, or this person may not say so. */
  add: ReactNode;
  /** What may be said of one: another number while its carrier has not seen it, and that it is lost. */
  acts: (parcel: DetailParcel) => ReactNode;
};

/** What travels back of a return, under which number, and what its carrier said of it last. */
export function ParcelsCard({ parcels, now, add, acts }: ParcelsCardProps) {
  const t = useTranslations("detail.parcels");
  if (parcels.length === 0 && !add) return null;
  return (
    <Card id="parcels" title={t("title")} aside={add} isFlush>
      {parcels.length === 0 && <p className="px-4 py-3 text-muted text-small">{t("empty")}</p>}
      <ul className="divide-y divide-line">
        {parcels.map((parcel) => (
          <li key={parcel.id} className="flex flex-col gap-1 px-4 py-3 text-small">
            <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="identifier min-w-0 break-all" dir="ltr">
                {shownText(parcel.tracking)}
              </span>
              <CopyButton text={parcel.tracking} what={t("copy", { number: parcel.tracking })} />
              <span className="ms-auto">
                <Badge tone={TONES[parcel.status]}>{t(`status.${parcel.status}`)}</Badge>
              </span>
            </div>
            <p className="text-muted">
              {parcel.carrier ? shownText(parcel.carrier) : t("noCarrier")}
              {parcel.others > 0 && ` · ${t("others", { count: parcel.others })}`}
            </p>
            <Scans parcel={parcel} now={now} />
            <div className="flex flex-wrap gap-1.5">{acts(parcel)}</div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const TONES = {
  announced: "neutral",
  on_its_way: "info",
  delivered: "attention",
  checked_in: "success",
  lost: "critical",
} as const;

/** The newest scan in one line, and the others behind it. */
function Scans({ parcel, now }: { parcel: DetailParcel; now: Date }) {
  const t = useTranslations("detail.parcels");
  const time = useTranslations("time");
  const reading = { locale: useLocale(), timeZone: useTimeZone() ?? "UTC", now };
  const sentence = ({ code, word, place, at }: DetailParcel["scans"][number]) =>
    t("scan", {
      what: code ? t(`code.${code}`) : t("unknownWord", { word: shownText(word) }),
      place: place ? shownText(place) : "none",
      at: formatDateTime(time, at, reading),
    });
  const [newest, ...older] = parcel.scans;
  if (!newest)
    return <p className="text-subtle">{t("noScan", { at: formatDateTime(time, parcel.announcedAt, reading) })}</p>;
  if (older.length === 0) return <p>{sentence(newest)}</p>;
  return (
    <details>
      <summary className="cursor-pointer">
        <span dir="auto">{sentence(newest)}</span>
      </summary>
      <ol className="mt-1 flex flex-col gap-0.5 text-muted">
        {older.map((scan) => (
          <li key={`${scan.at.getTime()} ${scan.word}`}>{sentence(scan)}</li>
        ))}
      </ol>
    </details>
  );
}
