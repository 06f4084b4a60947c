"use client";

import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusal-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { notify } from "@/components/ui/notify";
import { useAction } from "@/components/use-action";
import type { AddressUse, BookAddress } from "@/lib/channels/address-book";
import { paths } from "@/lib/i18n/paths";
import { addressLines } from "@/lib/kernel/address-lines";
import { retireAddress } from "../actions";

type Named = { label: string | null; recipient: string; city: string };

/** What an address is called: as the team does, else by its recipient and city. */
export function useAddressName(): (address: Named) => string {
  const t = useTranslations("addresses");
  return ({ label, recipient, city }) => label ?? t("named", { recipient, city });
}

type AddressItemProps = {
  address: BookAddress;
  uses: readonly AddressUse[];
  mayWrite: boolean;
};

/** One address with where it is used; one that is used says so instead of being retired. */
export function AddressItem({ address, uses, mayWrite }: AddressItemProps) {
  const t = useTranslations("addresses");
  const refusalText = useRefusalWords();
  const { run, isRunning } = useAction(retireAddress);
  const name = useAddressName()(address);
  const isRetired = address.retiredAt !== null;
  const usedBy = uses.map(({ channel, rule }) =>
    rule === null ? t("defaultOf", { channel }) : t("ruleOf", { channel, rule }),
  );
  const toggle = async () => {
    const answer = await run({ id: address.id, isRetired: !isRetired });
    if (answer.ok) return notify({ title: t(isRetired ? "broughtBack" : "retiredDone", { name }), tone: "success" });
    notify({ title: refusalText(answer.refusal), tone: "warning" });
  };
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-semibold" dir="auto">
            {name}
          </span>
          {isRetired && <Badge tone="neutral">{t("isRetired")}</Badge>}
        </p>
        <p className="text-muted text-small" dir="auto">
          {addressLines(address).join(", ")}
        </p>
        {address.hours && (
          <p className="text-small text-subtle" dir="auto">
            {t("hoursAre", { hours: address.hours })}
          </p>
        )}
        {usedBy.length > 0 && <p className="mt-1 text-small">{usedBy.join(" · ")}</p>}
      </div>
      {mayWrite && (
        <div className="flex flex-wrap items-center gap-2">
          <LinkButton href={paths.address(address.id)} size="sm" aria-label={t("editNamed", { name })}>
            {t("edit")}
          </LinkButton>
          {uses.length === 0 ? (
            <Button
              size="sm"
              isLoading={isRunning}
              aria-label={t(isRetired ? "bringBackNamed" : "retireNamed", { name })}
              onClick={() => void toggle()}
            >
              {t(isRetired ? "bringBack" : "retire")}
            </Button>
          ) : (
            <span className="max-w-48 text-small text-subtle">{t("cannotRetire")}</span>
          )}
        </div>
      )}
    </li>
  );
}
