import { Page, View } from "@react-pdf/renderer";
import { type LabelSize, PAGE_POINTS } from "@/lib/policy/labels/sizes";
import { AddressLines } from "./address-lines";
import { Code128, DownwardCode128, fitsAsCode128, QrCode } from "./barcode";
import { sizeForBox, sizeForLine } from "./fit-text";
import { FRAME, HAIRLINE, PAGE, REST, RULE } from "./fonts";
import { Caption, Line } from "./line";
import type { Printed } from "./printed";

const MARGIN = 12;
const PAD = 8;
const TOP = 74;
const RMA_ROW = 94;
const BARS = 98;
/** Beside the rest, for a number that is too long to stand below it. */
const STRIP = 60;
const ADDRESS_SIZES = [17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6];
const CAPTION_HEIGHT = 14;
/** Of a line to write on by hand. */
const RULED = 13;

/** The label that goes on the parcel: where to, from whom, who pays the postage, and the RMA to scan (S1-13). */
export function ReturnLabel({ printed, size }: { printed: Printed; size: LabelSize }) {
  const [pageWidth, pageHeight] = PAGE_POINTS[size];
  const [width, height] = [pageWidth - 2 * MARGIN, pageHeight - 2 * MARGIN];
  const { rma } = printed;
  const isAcross = fitsAsCode128(rma, width - 4);
  const textWidth = isAcross ? width : width - STRIP;
  return (
    <Page size={[pageWidth, pageHeight]} style={{ ...PAGE, padding: MARGIN }}>
      <View style={{ ...FRAME, flexDirection: "row", height, overflow: "hidden" }}>
        <View style={{ width: textWidth }}>
          <View style={{ flexDirection: "row", height: TOP, borderBottom: HAIRLINE }}>
            <Sender printed={printed} />
            <PostageBox printed={printed} />
          </View>
          <Recipient
            printed={printed}
            box={{ width: textWidth, height: height - TOP - RMA_ROW - (isAcross ? BARS : 0) }}
          />
          <Authorization printed={printed} width={textWidth} />
          {isAcross && <Bars rma={rma} width={width} />}
        </View>
        {!isAcross && (
          <View style={{ width: STRIP, alignItems: "center", justifyContent: "center", borderLeft: HAIRLINE }}>
            <DownwardCode128 text={rma} width={STRIP - 12} height={height - 4} />
          </View>
        )}
      </View>
    </Page>
  );
}

function Authorization({ printed, width }: { printed: Printed; width: number }) {
  const { rma, number, orderNumber, lines, words } = printed;
  const skus = lines.flatMap(({ sku, quantity }) => (sku ? [`${sku} × ${quantity}`] : []));
  return (
    <View style={{ flexDirection: "row", height: RMA_ROW, borderTop: RULE }}>
      <View style={{ width: QR_SIZE, alignItems: "center", justifyContent: "center", borderRight: HAIRLINE }}>
        <QrCode text={rma} size={QR_SIZE - 4} />
      </View>
      <View style={{ ...REST, paddingHorizontal: PAD, justifyContent: "center", overflow: "hidden" }}>
        <Caption said={words.say("rma")} />
        <Line size={sizeForLine(rma, width - QR_SIZE - 2 * PAD, { max: 20, min: 9 })} isStrong>
          {rma}
        </Line>
        <Line size={8.5} style={ONE_LINE}>{`${words.say("return").main} ${number}`}</Line>
        <Line size={8.5} style={ONE_LINE}>{`${words.say("order").main} ${orderNumber}`}</Line>
        {skus.length > 0 && (
          <Line size={8.5} style={ONE_LINE}>
            {`${words.say("sku").main} ${skus.join(", ")}`}
          </Line>
        )}
      </View>
    </View>
  );
}

function Bars({ rma, width }: { rma: string; width: number }) {
  return (
    <View style={{ height: BARS, alignItems: "center", justifyContent: "center", borderTop: HAIRLINE }}>
      <Code128 text={rma} width={width - 4} height={60} />
      <Line size={sizeForLine(rma, width - 2 * PAD - rma.length, { max: 11, min: 9 })} style={SPACED}>
        {rma}
      </Line>
    </View>
  );
}

const QR_SIZE = 84;
const ONE_LINE = { maxLines: 1, textOverflow: "ellipsis" } as const;
const SPACED = { letterSpacing: 1, marginTop: 3 } as const;

/** Who sends it; nobody told us a buyer's street and place, so that there are lines to write them on. */
function Sender({ printed: { buyerName, buyerCountry, words, shopName } }: { printed: Printed }) {
  return (
    <View style={{ ...REST, paddingHorizontal: PAD, paddingVertical: 5, overflow: "hidden" }}>
      <Caption said={words.say("from")} />
      <Line size={10} isStrong style={ONE_LINE}>
        {buyerName ?? "—"}
      </Line>
      <View style={{ height: RULED, borderBottom: HAIRLINE }} />
      <View style={{ height: RULED, borderBottom: HAIRLINE }} />
      <Line size={8} style={ONE_LINE}>
        {[buyerCountry, shopName].filter(Boolean).join(" · ")}
      </Line>
    </View>
  );
}

/** Where the stamp goes, or who has paid and under which number the parcel travels (S1-11, P-01). */
function PostageBox({ printed: { isPaid, postage, carrier, tracking, words } }: { printed: Printed }) {
  const { main, also } = words.say(isPaid ? "prepaid" : postage === "refunded" ? "stampRefunded" : "stamp");
  const travels = isPaid ? [carrier, tracking].filter(Boolean).join(" ") : "";
  return (
    <View style={{ width: 112, padding: 4, borderLeft: HAIRLINE, justifyContent: "center" }}>
      <Line size={9.5} isStrong style={{ textAlign: "center" }}>
        {main}
      </Line>
      {also && (
        <Line size={8} style={{ textAlign: "center", maxLines: 2 }}>
          {also}
        </Line>
      )}
      {travels !== "" && (
        <Line size={8} style={{ textAlign: "center", maxLines: 1 }}>
          {travels}
        </Line>
      )}
    </View>
  );
}

function Recipient({ printed: { address, words }, box }: { printed: Printed; box: { width: number; height: number } }) {
  if (!address) return null;
  const inner = { width: box.width - 2 * PAD, height: box.height - CAPTION_HEIGHT - 2 * PAD, lineHeight: 1.3 };
  const texts = address.lines.map(({ text }) => text);
  return (
    <View style={{ height: box.height, padding: PAD, overflow: "hidden" }}>
      <Caption said={words.say("returnTo")} />
      <View style={{ flexGrow: 1, justifyContent: "center" }}>
        <AddressLines address={address} size={sizeForBox(texts, inner, ADDRESS_SIZES)} />
      </View>
    </View>
  );
}
