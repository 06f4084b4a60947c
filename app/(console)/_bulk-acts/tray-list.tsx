"use client";

import { CircleCheck, TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";
import { Progress } from "@/components/ui/progress";
import { TONE_ICON } from "@/components/ui/tone";
import { paths } from "@/lib/i18n/paths";
import { type News, useBulkActNews } from "./bulk-act-news";
import { PrintNews } from "./print-news";

/** Each bulk act and print that is under way, or has ended and was not seen. */
export function TrayList() {
  const { news, prints } = useBulkActNews();
  return (
    <ul className="flex flex-col gap-2">
      {news.map((bulkAct) => (
        <li key={bulkAct.id} className="rounded-card border border-line bg-canvas px-2.5 py-2 text-small">
          {bulkAct.state === "done" ? <Ended bulkAct={bulkAct} /> : <Running bulkAct={bulkAct} />}
        </li>
      ))}
      {prints.map((print) => (
        <li key={print.id} className="rounded-card border border-line bg-canvas px-2.5 py-2 text-small">
          <PrintNews print={print} />
        </li>
      ))}
    </ul>
  );
}

function Running({ bulkAct: { id, kind, total, moved, refused, notFound } }: { bulkAct: News }) {
  const t = useTranslations("bulkActs");
  const done = moved + refused + notFound;
  return (
    <>
      <Progress label={t("title", { kind, total })} value={done} max={total} text={t("progress", { done, total })} />
      <Link href={paths.bulkAct(id)} className="prose-link mt-1 inline-block">
        {t("tray.open")}
      </Link>
    </>
  );
}

function Ended({ bulkAct: { id, kind, total, moved } }: { bulkAct: News }) {
  const t = useTranslations("bulkActs.tray");
  const { see } = useBulkActNews();
  const title = t("finished", { kind, moved, total });
  const Icon = moved < total ? TriangleAlert : CircleCheck;
  return (
    <div className="flex items-start gap-1.5">
      <Icon
        aria-hidden
        size={16}
        strokeWidth={1.75}
        className={`mt-0.5 shrink-0 ${TONE_ICON[moved < total ? "attention" : "success"]}`}
      />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{title}</p>
        <p className="text-muted">{moved < total ? t("notDone", { count: total - moved }) : t("allDone")}</p>
        <Link href={paths.bulkAct(id)} className="prose-link">
          {t("outcome")}
        </Link>
      </div>
      <IconButton
        label={t("dismiss", { title })}
        icon={<X aria-hidden size={15} />}
        size="sm"
        className="-me-1 -mt-1"
        onClick={() => see(id)}
      />
    </div>
  );
}
