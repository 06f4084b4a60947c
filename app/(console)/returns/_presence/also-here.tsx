"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { Avatar } from "@/components/ui/avatar";
import type { Colleague } from "@/lib/presence/presence";
import { useCompany } from "./use-company";
import { useDuration } from "./use-duration";

const SHOWN = 3;

const isBusy = ({ doing }: Colleague) => doing !== "looking";

/** Who else has this return open; who is about to change it comes first and wears a ring. It moves nothing around it. */
export function AlsoHere({ returnId }: { returnId: string }) {
  const t = useTranslations("presence");
  const duration = useDuration();
  const colleagues = useCompany(returnId)?.colleagues ?? [];
  if (colleagues.length === 0) return null;
  const sorted = colleagues.toSorted((one, other) => Number(isBusy(other)) - Number(isBusy(one)));
  const [shown, rest] = [sorted.slice(0, SHOWN), sorted.slice(SHOWN).map(({ name }) => name)];
  return (
    <ul
      aria-label={t("here")}
      className="ms-auto flex min-w-0 items-center justify-end gap-x-3 text-muted text-small print:hidden"
    >
      {shown.map((colleague) => {
        const { id, name, doing, seconds } = colleague;
        const text = t("person", { name, doing, duration: duration(seconds) });
        return (
          <li key={id} className="flex min-w-0 items-center gap-1.5">
            <span
              aria-hidden
              title={text}
              className={clsx(
                "inline-flex shrink-0 rounded-full",
                isBusy(colleague) && "ring-2 ring-tone-attention-icon ring-offset-1 ring-offset-canvas",
              )}
            >
              <Avatar name={name} />
            </span>
            <span title={text} className={clsx("truncate", shown.length > 1 && "max-md:sr-only")}>
              {text}
            </span>
          </li>
        );
      })}
      {rest.length > 0 && (
        <li title={t("more", { names: rest.join(t("comma")) })} className="shrink-0">
          <span aria-hidden>+{rest.length}</span>
          <span className="sr-only">{t("more", { names: rest.join(t("comma")) })}</span>
        </li>
      )}
    </ul>
  );
}
