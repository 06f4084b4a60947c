"use client";

import { Popover } from "@base-ui/react/popover";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useArea } from "@/components/ui/busy-area";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import type { CountedValue, FilterValue, ReturnFilter } from "@/lib/returns/shared/filter";
import { type Kept, listHref } from "@/lib/returns/shared/list-view";

type ValuesPopoverProps = {
  by: CountedValue;
  name: string;
  values: readonly FilterValue[];
  filter: ReturnFilter;
  kept: Kept;
  anchor: HTMLElement;
  onClose: () => void;
};

/** More than one looks over at once has a search of its own. */
const SEEN_AT_ONCE = 8;

type Counts = Readonly<Record<string, number>>;

/** How many returns each value would find; null until it is known, and where it could not be asked. */
function useCounts(filter: ReturnFilter, by: CountedValue, values: readonly FilterValue[]): Counts | null {
  const [counts, setCounts] = useState<Counts | null>(null);
  const body = JSON.stringify({ filter: { ...filter, [by]: [] }, by, values: values.map(({ value }) => value) });
  useEffect(() => {
    const leaving = new AbortController();
    const ask = async () => {
      const answer = await fetch("/api/returns/values", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
        signal: leaving.signal,
      });
      if (answer.ok) setCounts(((await answer.json()) as { value: Counts }).value);
    };
    // Without its counts a filter still filters.
    ask().catch(() => {});
    return () => leaving.abort();
  }, [body]);
  return counts;
}

/** The values of one filter, each with what it would find: several may be on, and the list follows each tick. */
export function ValuesPopover({ by, name, values, filter, kept, anchor, onClose }: ValuesPopoverProps) {
  const t = useTranslations("returns.filter");
  const returns = useTranslations("returns");
  const { go } = useArea();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<readonly string[]>(filter[by]);
  const counts = useCounts(filter, by, values);
  const wanted = text.trim().toLocaleLowerCase();
  const found = values.filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
  const toggle = (value: string) => {
    const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
    setChosen(next);
    go(listHref({ ...filter, [by]: next }, kept));
  };
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Popover.Portal container={document.getElementById("main")}>
        <Popover.Positioner anchor={anchor} align="start" sideOffset={4} collisionPadding={8} className="z-50">
          <Popover.Popup
            aria-label={name}
            finalFocus={() => anchor}
            className="flex max-h-(--available-height) w-72 flex-col rounded-card border border-line bg-surface shadow-pop outline-none"
          >
            {values.length > SEEN_AT_ONCE && (
              <div className="border-line border-b p-2">
                <Input
                  type="search"
                  aria-label={t("find", { name })}
                  placeholder={t("find", { name })}
                  value={text}
                  onChange={(event) => setText(event.target.value)}
                />
              </div>
            )}
            <ul className="overflow-y-auto p-1">
              {found.map(({ value, label }) => {
                const count = counts?.[value];
                return (
                  <li key={value} className="flex items-center gap-2 rounded-badge px-2 hover:bg-sunken">
                    <Checkbox
                      className="min-w-0 flex-1 py-1 [&_label]:w-full"
                      checked={chosen.includes(value)}
                      onChange={() => toggle(value)}
                      label={<bdi>{label}</bdi>}
                    />
                    <span className="text-micro text-subtle tabular-nums">
                      {count !== undefined &&
                        returns("count", { count: Math.min(count, 1000), isMore: String(count > 1000) })}
                    </span>
                  </li>
                );
              })}
            </ul>
            {found.length === 0 && <p className="px-3 pb-3 text-small text-subtle">{t("noneFound")}</p>}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
