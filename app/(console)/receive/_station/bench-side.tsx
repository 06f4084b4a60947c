import { Truck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/i18n/paths";
import { shownText } from "@/lib/kernel/shown-text";
import type { Bench, ExpectedParcel } from "@/lib/receiving/read-bench";
import { MatchButton, type MatchButtonProps } from "./match-button";
import { OUTCOME_ICON } from "./outcome-band";
import type { LastScan } from "./outcome-words";
import { useOutcomeWords } from "./outcome-words";

type BenchSideProps = { facts: Bench; last: readonly LastScan[]; onScan: (text: string) => void } & Pick<
  MatchButtonProps,
  "onOrder"
>;

type Expected = { key: string; since: string; to: string; parcels: ExpectedParcel[] };

/** What is expected by where it is since which day, and by the address where it is delivered, in the order in which it came. */
function useExpected(parcels: readonly ExpectedParcel[]): Expected[] {
  const t = useTranslations("receive.side");
  const format = useFormatter();
  const groups = new Map<string, Expected>();
  for (const parcel of parcels) {
    const when = format.dateTime(new Date(parcel.since), { month: "short", day: "numeric" });
    const since = t(`since.${parcel.status}`, { when });
    const to = parcel.to ? shownText(parcel.to) : "";
    const key = `${since} ${to}`;
    const group = groups.get(key) ?? { key, since, to, parcels: [] };
    group.parcels.push(parcel);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Beside the bench: the day's figures, the last scans, what stands aside and what is expected. */
export function BenchSide({ facts, last, onScan, onOrder }: BenchSideProps) {
  const t = useTranslations("receive.side");
  const format = useFormatter();
  const { headline, detail } = useOutcomeWords();
  const figures = [
    ["parcels", facts.parcelsToday],
    ["units", facts.unitsToday],
    ["expected", facts.expected],
  ] as const;
  const groups = useExpected(facts.expectedParcels);
  return (
    <aside className="flex flex-col gap-5">
      <dl className="grid grid-cols-3 gap-3 border-line border-b pb-4">
        {figures.map(([key, count]) => (
          <div key={key} className="flex flex-col-reverse">
            <dt className="text-muted text-small">{t(`figure.${key}`)}</dt>
            <dd className="font-semibold text-display tabular-nums">{format.number(count)}</dd>
          </div>
        ))}
      </dl>
      <section aria-label={t("last")}>
        <h2 className="mb-1 heading">{t("last")}</h2>
        {last.length === 0 && <p className="text-muted text-small">{t("noScans")}</p>}
        <ol className="divide-y divide-line">
          {last.map((scan) => {
            const Icon = OUTCOME_ICON[scan.sound];
            return (
              <li key={scan.id} className="flex gap-2.5 py-2">
                <Icon aria-hidden size={16} className="mt-0.5 shrink-0 text-muted" />
                <div className="min-w-0 flex-1">
                  <p className="truncate font-medium">{headline(scan)}</p>
                  <p className="text-muted text-small">{detail(scan)}</p>
                </div>
                <time className="text-small text-subtle tabular-nums" dateTime={scan.at.toISOString()}>
                  {format.dateTime(scan.at, { hour: "2-digit", minute: "2-digit" })}
                </time>
              </li>
            );
          })}
        </ol>
      </section>
      {facts.parkedParcels.length > 0 && (
        <section aria-label={t("unidentified", { count: facts.unidentified })}>
          <h2 className="mb-1 heading">{t("unidentified", { count: facts.unidentified })}</h2>
          <ul className="divide-y divide-line">
            {facts.parkedParcels.map((parcel) => (
              <li key={parcel.id} className="flex items-center gap-2 py-2">
                <div className="min-w-0 flex-1">
                  <p className="truncate identifier" title={shownText(parcel.scanned)}>
                    {shownText(parcel.scanned)}
                  </p>
                  <p className="text-muted text-small">
                    {parcel.note ? shownText(parcel.note) : format.relativeTime(new Date(parcel.parkedAt))}
                    {parcel.photoIds.map((fileId, place) => (
                      <span key={fileId}>
                        {" · "}
                        <Link href={paths.file(fileId)}>{t("photo", { number: place + 1 })}</Link>
                      </span>
                    ))}
                  </p>
                </div>
                <MatchButton parcel={parcel} onOrder={onOrder} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label={t("expectedParcels")}>
        <h2 className="mb-1 heading">{t("expectedParcels")}</h2>
        <a href={paths.expectedCsv} download className="prose-link text-small">
          {t("preAlert")}
        </a>
        {facts.expectedParcels.length === 0 && <p className="text-muted text-small">{t("noneExpected")}</p>}
        {groups.map(({ key, since, to, parcels }) => (
          <section key={key} aria-label={[since, to].filter(Boolean).join(" · ")} className="mt-3">
            <h3 className="text-muted text-small">
              <span className="font-medium text-fg">{since}</span>
              {to && <span className="block truncate">{to}</span>}
            </h3>
            <ul className="divide-y divide-line">
              {parcels.map((parcel) => (
                <li key={`${parcel.tracking} ${parcel.returnId}`} className="flex gap-2.5 py-2">
                  <Truck aria-hidden size={16} className="mt-0.5 shrink-0 text-muted" />
                  <div className="min-w-0 flex-1">
                    <button
                      type="button"
                      className="font-medium text-link hover:underline pointer-coarse:py-2"
                      onClick={() => onScan(`R-${parcel.number}`)}
                    >
                      R-{parcel.number}
                    </button>
                    <p className="truncate text-muted text-small">{shownText(parcel.title ?? parcel.tracking)}</p>
                  </div>
                  {parcel.carrier && <p className="text-end text-muted text-small">{shownText(parcel.carrier)}</p>}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </section>
    </aside>
  );
}
