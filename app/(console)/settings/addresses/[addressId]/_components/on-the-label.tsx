import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { asKept, type TypedAddress } from "@/lib/address-schema";
import { postalLines } from "@/lib/labels/postal-lines";

/** The address as it will stand on the return label. */
export function OnTheLabel({ address }: { address: TypedAddress }) {
  const t = useTranslations("addresses");
  const shown = asKept(address);
  const lines = postalLines(shown).filter((line) => line.trim() !== "");
  return (
    <Card title={t("onTheLabel")}>
      <address
        className="whitespace-pre-line break-words rounded-control border border-control border-dashed bg-canvas p-3 text-fg not-italic"
        dir="auto"
        // A browser may call a country otherwise than the server does.
        suppressHydrationWarning
      >
        <span className="font-semibold">{shown.recipient}</span>
        {shown.recipient && "\n"}
        {lines.join("\n")}
      </address>
    </Card>
  );
}
