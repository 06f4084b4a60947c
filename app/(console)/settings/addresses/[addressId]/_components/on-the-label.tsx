import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { fitted, type TypedAddress } from "@/lib/address-schema";
import { postalLines } from "@/lib/labels/postal-lines";

/** The address as it will stand on the return label. */
export function OnTheLabel({ address }: { address: TypedAddress }) {
  const t = useTranslations("addresses");
  const { recipient, ...rest } = fitted(address);
  const lines = [recipient, ...postalLines({ recipient, ...rest })].filter((line) => line.trim() !== "");
  return (
    <Card title={t("onTheLabel")}>
      <address
        className="rounded-control border border-line-strong border-dashed bg-canvas p-3 text-fg not-italic"
        dir="auto"
      >
        {lines.map((line, index) => (
          // The lines of a preview have no names of their own.
          // biome-ignore lint/suspicious/noArrayIndexKey: they stand in their order and hold no state.
          <span key={index} className={index === 0 ? "block break-words font-semibold" : "block break-words"}>
            {line}
          </span>
        ))}
      </address>
    </Card>
  );
}
