import { useLocale, useTimeZone, useTranslations } from "next-intl";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { CopyButton } from "@/components/ui/copy-button";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import { formatDateTime } from "@/lib/i18n/format";
import { paths } from "@/lib/i18n/paths";
import { shownText } from "@/lib/kernel/shown-text";
import type { ParcelRow } from "@/lib/parcels/parcels-list";
import { isStillComing } from "@/lib/policy/machines/parcel/statuses";
import { LoseButton } from "../../_parcels/lose-button";

type ParcelsTableProps = { rows: readonly ParcelRow[]; mayLose: boolean; now: Date };

const RETURNS_SHOWN = 3;

/** Parcels, or returns without one: under which number, of which returns, since when, and what its carrier said last. */
export function ParcelsTable({ rows, mayLose, now }: ParcelsTableProps) {
  const t = useTranslations("parcels");
  const words = useTranslations("detail.parcels");
  const time = useTranslations("time");
  const reading = { locale: useLocale(), timeZone: useTimeZone() ?? "UTC", now };
  const hasParcels = rows.some(({ tracking }) => tracking !== null);
  const scanned = ({ scan }: ParcelRow) =>
    scan
      ? words("scan", {
          what: scan.code ? words(`code.${scan.code}`) : words("unknownWord", { word: shownText(scan.word) }),
          place: scan.place ? shownText(scan.place) : "none",
          at: formatDateTime(time, scan.at, reading),
        })
      : t("noScan");
  const parcel: Column<ParcelRow> = {
    id: "parcel",
    header: t("columns.parcel"),
    isRowHeader: true,
    card: "head",
    cell: ({ tracking, carrier }) => (
      <div className="min-w-0">
        <span className="flex items-center gap-1">
          <span className="identifier break-all font-medium" dir="ltr">
            {shownText(tracking ?? "")}
          </span>
          <CopyButton text={tracking ?? ""} what={words("copy", { number: tracking ?? "" })} />
        </span>
        <p className="text-muted text-small">{carrier ? shownText(carrier) : words("noCarrier")}</p>
      </div>
    ),
  };
  const carried: Column<ParcelRow> = {
    id: "returns",
    header: t("columns.returns"),
    isRowHeader: !hasParcels,
    card: hasParcels ? "line" : "head",
    cell: ({ returns }) => (
      <div>
        <span className="flex flex-wrap gap-x-2">
          {returns.slice(0, RETURNS_SHOWN).map(({ id, number }) => (
            <Link key={id} href={paths.returnDetail(id)} className="prose-link identifier">
              {`R-${number}`}
            </Link>
          ))}
          {returns.length > RETURNS_SHOWN && <span>{t("more", { count: returns.length - RETURNS_SHOWN })}</span>}
        </span>
        <p className="text-muted text-small" dir="auto">
          {shownText([...new Set(returns.map(({ channel }) => channel))].join(", "))}
        </p>
      </div>
    ),
  };
  const columns: Column<ParcelRow>[] = [
    ...(hasParcels ? [parcel] : []),
    carried,
    {
      id: "since",
      header: hasParcels ? t("columns.since") : t("columns.authorized"),
      hasCardLabel: true,
      cell: ({ since }) => <Time at={since} style="ago" />,
    },
    hasParcels
      ? { id: "scan", header: t("columns.scan"), cell: (row) => <span dir="auto">{scanned(row)}</span> }
      : {
          id: "due",
          header: t("columns.due"),
          hasCardLabel: true,
          cell: ({ dueAt }) => (dueAt ? <Time at={dueAt} style="absolute" /> : t("noDue")),
        },
    ...(mayLose && hasParcels
      ? [
          {
            id: "act",
            header: t("columns.act"),
            isHeaderHidden: true,
            align: "end" as const,
            card: "action" as const,
            cell: ({ id, tracking, status }: ParcelRow) =>
              status && isStillComing(status) && <LoseButton parcelId={id} tracking={tracking ?? ""} />,
          },
        ]
      : []),
  ];
  return <DataTable caption={t("title")} columns={columns} rows={rows} rowId={({ id }) => id} />;
}
