"use client";

import { clsx } from "clsx";
import { Camera } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { refusalIn } from "@/components/fetch-answer";
import { useRefusalWords } from "@/components/refusal-words";
import { lettersOf } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/notify";
import { Select } from "@/components/ui/select";
import { Spinner } from "@/components/ui/spinner";
import { shownText } from "@/lib/kernel/shown-text";
import {
  asksForPhoto,
  CONDITIONS,
  type Condition,
  DISPOSITIONS,
  type Disposition,
} from "@/lib/policy/parcels/conditions";
import type { Slot } from "./bench-state";
import { sendPhoto } from "./send-photo";

type UnitRowProps = {
  sellerId: string;
  slot: Slot;
  isCurrent: boolean;
  onGo: () => void;
  onGrade: (condition: Condition) => void;
  onAbsent: () => void;
  onDispose: (disposition: Disposition) => void;
  onTitle: (title: string) => void;
  onPhoto: (fileId: string) => void;
};

/** One unit on the bench: what it is, its condition by seven keys, where it goes, and its pictures. */
export function UnitRow({
  sellerId,
  slot,
  isCurrent,
  onGo,
  onGrade,
  onAbsent,
  onDispose,
  onTitle,
  onPhoto,
}: UnitRowProps) {
  const t = useTranslations("receive");
  const condition = useTranslations("receiving.condition");
  const means = useTranslations("receiving.means");
  const disposition = useTranslations("receiving.disposition");
  const isExtra = slot.lineId === null;
  const name = slot.title === "" ? t("extraItem") : shownText(slot.title);
  return (
    <li
      aria-current={isCurrent || undefined}
      className={clsx(
        "grid items-center gap-x-4 gap-y-2 px-4 py-3 md:grid-cols-[3.5rem_minmax(0,1fr)_auto]",
        isCurrent && "border-accent border-s-3 bg-selected ps-3.25",
      )}
    >
      <span
        aria-hidden
        className="flex size-14 items-center justify-center rounded-control border border-line bg-sunken font-semibold text-muted text-small max-md:hidden md:row-span-2"
      >
        {lettersOf(name)}
      </span>
      <div className="min-w-0">
        {isExtra ? (
          <Field label={t("extraItem")}>
            <Input value={slot.title} maxLength={200} onFocus={onGo} onChange={({ target }) => onTitle(target.value)} />
          </Field>
        ) : (
          <button type="button" className="block max-w-full text-start" onClick={onGo}>
            <span className="block break-words font-semibold">{name}</span>
            <span className="text-small text-subtle">
              {slot.sku && <span className="identifier">{shownText(slot.sku)}</span>}
              {slot.sku && " · "}
              {t("unitOf", { index: slot.index, of: slot.of })}
            </span>
          </button>
        )}
      </div>
      <fieldset className="flex flex-wrap gap-1 md:col-span-2 md:col-start-2 md:row-start-2 max-md:grid max-md:grid-cols-3">
        <legend className="sr-only">{t("conditionOf", { name })}</legend>
        {CONDITIONS.map((key, place) => (
          <button
            key={key}
            type="button"
            title={means(key)}
            aria-pressed={slot.condition === key}
            className={clsx(
              "flex h-15 w-18.75 flex-col items-center justify-center rounded-control border text-micro max-md:h-11 max-md:w-auto",
              slot.condition === key
                ? "border-accent bg-accent text-on-accent"
                : "border-line bg-surface hover:border-control-line",
            )}
            onClick={() => onGrade(key)}
          >
            <span className="font-mono font-semibold text-body max-md:hidden">{place + 1}</span>
            {condition(key)}
          </button>
        ))}
      </fieldset>
      <div className="flex items-center gap-2 text-small md:col-start-3 md:row-start-1 md:justify-end">
        {slot.isAbsent && <Badge tone="neutral">{t("absent")}</Badge>}
        {slot.condition !== null && slot.disposition !== null && (
          <Select
            aria-label={t("dispositionOf", { name })}
            value={slot.disposition}
            onChange={({ target }) => onDispose(target.value as Disposition)}
          >
            {DISPOSITIONS.map((key) => (
              <option key={key} value={key}>
                {disposition(key)}
              </option>
            ))}
          </Select>
        )}
        {slot.condition === null && !slot.isAbsent && !isExtra && (
          <button type="button" className="text-link text-small hover:underline pointer-coarse:py-3" onClick={onAbsent}>
            {t("notInParcel")}
          </button>
        )}
      </div>
      {slot.condition !== null && (asksForPhoto(slot.condition) || slot.photos.length > 0) && (
        <UnitPhotos sellerId={sellerId} slot={slot} name={name} onPhoto={onPhoto} />
      )}
    </li>
  );
}

type UnitPhotosProps = { sellerId: string; slot: Slot; name: string; onPhoto: (fileId: string) => void };

function UnitPhotos({ sellerId, slot, name, onPhoto }: UnitPhotosProps) {
  const t = useTranslations("receive");
  const refusalWords = useRefusalWords();
  const id = useId();
  const [isSending, setSending] = useState(false);
  const send = async (file: File | undefined) => {
    if (!file) return;
    setSending(true);
    try {
      onPhoto((await sendPhoto(sellerId, file)).id);
    } catch (error) {
      notify({ title: refusalWords(refusalIn(error)), tone: "critical" });
    } finally {
      setSending(false);
    }
  };
  return (
    <div className="flex flex-wrap items-center gap-2 text-small md:col-span-2 md:col-start-2">
      {slot.photos.length === 0 ? (
        <Badge tone="attention" icon={Camera}>
          {t("photo.asked")}
        </Badge>
      ) : (
        <span className="text-muted">{t("photo.count", { count: slot.photos.length })}</span>
      )}
      <label
        htmlFor={id}
        className="inline-flex h-8 cursor-pointer items-center gap-1.5 rounded-control border border-control-line bg-surface px-3 font-medium focus-within:outline-2 focus-within:outline-focus pointer-coarse:h-11"
      >
        {isSending ? <Spinner /> : <Camera aria-hidden size={16} />}
        {t("photo.take")}
        <input
          id={id}
          type="file"
          accept="image/jpeg,image/png,image/webp"
          capture="environment"
          aria-label={t("photo.takeOf", { name })}
          className="sr-only"
          onChange={({ target }) => {
            void send(target.files?.[0]);
            target.value = "";
          }}
        />
      </label>
    </div>
  );
}
