import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { shownText } from "@/lib/kernel/shown-text";
import type { ScannedReturn } from "@/lib/receiving/find-scanned";
import type { OrderToReceive } from "@/lib/receiving/orders-to-receive";

type ChooseReturnProps = {
  found: { returns: readonly ScannedReturn[]; orders: readonly OrderToReceive[] };
  onChoose: (found: ScannedReturn) => void;
  onChooseOrder: (order: OrderToReceive) => void;
};

/** A parcel or an order stands for several returns, or something of it was asked back before: which of them lies on the bench. */
export function ChooseReturn({ found, onChoose, onChooseOrder }: ChooseReturnProps) {
  const t = useTranslations("receive");
  return (
    <ul
      aria-label={t("choose")}
      className="mt-3 divide-y divide-line overflow-hidden rounded-card border border-line bg-surface"
    >
      {found.returns.map((one) => (
        <Choice key={one.id} name={`R-${one.number}`} lines={one.lines} onChoose={() => onChoose(one)} />
      ))}
      {found.orders.map((order) => (
        <Choice
          key={order.id}
          name={shownText(order.number)}
          says={t("newReturn", { channel: shownText(order.channelName) })}
          lines={order.lines.filter(({ left }) => left !== 0)}
          onChoose={() => onChooseOrder(order)}
        />
      ))}
    </ul>
  );
}

type ChoiceProps = {
  name: string;
  says?: string;
  lines: readonly { title: string | null; sku: string | null }[];
  onChoose: () => void;
};

function Choice({ name, says, lines, onChoose }: ChoiceProps) {
  const t = useTranslations("receive");
  return (
    <li className="flex flex-wrap items-center gap-3 px-4 py-3">
      <div className="min-w-0 flex-1">
        <p className="font-semibold">
          {name} {says && <span className="font-normal text-muted text-small">{says}</span>}
        </p>
        <p className="truncate text-muted text-small">
          {lines.map(({ title, sku }) => shownText(title ?? sku ?? "")).join(", ")}
        </p>
      </div>
      <Button aria-label={t("chooseNamed", { name })} onClick={onChoose}>
        {t("chooseThis")}
      </Button>
    </li>
  );
}
