import { Page, Text, View } from "@react-pdf/renderer";
import { PAGE_POINTS, type SlipSize } from "@/lib/policy/labels/sizes";
import { AddressLines, type DrawnAddress } from "./address-lines";
import { Code128, QrCode } from "./barcode";
import { sizeForLine } from "./fit-text";
import { FRAME, HAIRLINE, PAGE, REST } from "./fonts";
import type { LabelWords } from "./label-words";
import { Caption, Line } from "./line";
import type { Printed } from "./printed";
import { SlipHead } from "./slip-head";
import { SlipItems } from "./slip-items";
import { SlipSteps } from "./slip-steps";

const MARGIN = 40;
const PAD = 12;
const QR_SIZE = 104;

/** What goes into the parcel: where it goes, below that the RMA to read and to scan (S1-09), the items, what to do. */
export function ReturnSlip({ printed, size }: { printed: Printed; size: SlipSize }) {
  const [width, height] = PAGE_POINTS[size];
  return (
    <Page size={[width, height]} style={{ ...PAGE, padding: MARGIN, paddingBottom: MARGIN + 16 }}>
      <SlipHead printed={printed} />
      <View style={{ ...FRAME, marginTop: 12 }} wrap={false}>
        {printed.address && <Destination words={printed.words} address={printed.address} />}
        {!printed.address && printed.freeReturn && <Warehouse words={printed.words} lines={printed.freeReturn.lines} />}
        <Authorization printed={printed} width={width - 2 * MARGIN - QR_SIZE - 3 * PAD} />
      </View>
      <SlipItems printed={printed} />
      <SlipSteps printed={printed} />
      <Text
        fixed
        style={{
          position: "absolute",
          bottom: MARGIN - 16,
          left: MARGIN,
          width: width - 2 * MARGIN,
          fontSize: 9,
          textAlign: "right",
        }}
        render={({ subPageNumber, subPageTotalPages }) =>
          subPageTotalPages > 1 ? `${printed.rma} · ${subPageNumber}/${subPageTotalPages}` : ""
        }
      />
    </Page>
  );
}

function Destination({ words, address }: { words: LabelWords; address: DrawnAddress }) {
  return (
    <View style={{ padding: PAD, borderBottom: HAIRLINE }}>
      <Caption said={words.say("returnTo")} />
      <AddressLines address={address} size={12} strongSize={13} />
    </View>
  );
}

/** S0-28: where the marketplace has it looked at, and who takes it there. */
function Warehouse({ words, lines }: { words: LabelWords; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <View style={{ padding: PAD, borderBottom: HAIRLINE }}>
      <Caption said={words.say("returnTo")} />
      {lines.map((line) => (
        <Line key={line} size={12}>
          {line}
        </Line>
      ))}
    </View>
  );
}

function Authorization({ printed: { rma, words }, width }: { printed: Printed; width: number }) {
  return (
    <View style={{ flexDirection: "row", alignItems: "center", padding: PAD, gap: PAD }}>
      <View style={{ ...REST, alignItems: "flex-start" }}>
        <Caption said={words.say("rma")} />
        <View style={{ alignItems: "center", marginTop: 4 }}>
          <Code128 text={rma} width={width} height={56} />
          <Line
            size={sizeForLine(rma, width - 2 * rma.length, { max: 18, min: 9 })}
            isStrong
            style={{ letterSpacing: 1 }}
          >
            {rma}
          </Line>
        </View>
      </View>
      <QrCode text={rma} size={QR_SIZE} />
    </View>
  );
}
