import { View } from "@react-pdf/renderer";
import { FRAME, HAIRLINE, REST } from "./fonts";
import type { Said } from "./label-words";
import { Caption, Line } from "./line";
import type { Printed } from "./printed";

/** What this paper is, that it goes into the parcel, and which order and return it is about. */
export function SlipHead({ printed }: { printed: Printed }) {
  const { words, shopName, orderNumber, number, buyerName } = printed;
  const title = words.say("slip");
  const put = words.say("inParcel");
  return (
    <>
      <View style={{ flexDirection: "row", gap: 24, paddingBottom: 8, borderBottom: HAIRLINE }}>
        <View style={REST}>
          <Line size={20} isStrong>
            {title.main}
          </Line>
          <Line>{[title.also, shopName].filter(Boolean).join(" · ")}</Line>
        </View>
        <View style={{ ...FRAME, alignSelf: "center", paddingHorizontal: 10, paddingVertical: 6, maxWidth: 210 }}>
          <Line isStrong style={{ textAlign: "center" }}>
            {put.main}
          </Line>
          {put.also && (
            <Line size={9} style={{ textAlign: "center" }}>
              {put.also}
            </Line>
          )}
        </View>
      </View>
      <View style={{ flexDirection: "row", gap: 24, marginTop: 8 }}>
        <Fact said={words.say("order")} value={orderNumber} />
        <Fact said={words.say("return")} value={number} />
        <Fact said={words.say("buyer")} value={buyerName ?? "—"} />
      </View>
    </>
  );
}

function Fact({ said, value }: { said: Said; value: string }) {
  return (
    <View style={REST}>
      <Caption said={said} />
      <Line size={11} isStrong>
        {value}
      </Line>
    </View>
  );
}
