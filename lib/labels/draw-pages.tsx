import { Document, renderToBuffer } from "@react-pdf/renderer";
import { channelSizes } from "@/lib/policy/labels/sizes";
import { AddressPage } from "./address-page";
import type { DrawTask } from "./draw-task";
import { loadFonts } from "./fonts";
import { printedReturn } from "./printed";
import { ReturnLabel } from "./return-label";
import { ReturnSlip } from "./return-slip";

type Asked<Kind extends DrawTask["kind"]> = Extract<DrawTask, { kind: Kind }>;

/** Labels and slips in the order of the returns; one whose label is not drawn here gets its slip only. */
export async function drawPages({ subjects, options }: Asked<"pages">): Promise<Uint8Array> {
  const { parts, locale, ...chosen } = options;
  await loadFonts();
  const pages = subjects.flatMap((subject) => {
    const printed = printedReturn(subject, locale);
    const { labelSize, slipSize } = { ...channelSizes(subject.channel.country, subject.channelLabels), ...chosen };
    return [
      ...(parts.includes("label") && printed.labelSource === "drawn"
        ? [<ReturnLabel key={`${subject.id} label`} printed={printed} size={labelSize} />]
        : []),
      ...(parts.includes("slip") ? [<ReturnSlip key={`${subject.id} slip`} printed={printed} size={slipSize} />] : []),
    ];
  });
  if (pages.length === 0) return new Uint8Array();
  const title = subjects
    .map(({ rma }) => rma)
    .slice(0, 3)
    .join(", ");
  return renderToBuffer(
    <Document title={title} creator="Homeward" producer="Homeward">
      {pages}
    </Document>,
  );
}

export async function drawAddress({ address }: Asked<"address">): Promise<Uint8Array> {
  await loadFonts();
  return renderToBuffer(
    <Document>
      <AddressPage address={address} />
    </Document>,
  );
}
