import { View } from "@react-pdf/renderer";
import { HAIRLINE, REST } from "./fonts";
import type { LabelWord } from "./label-words";
import { Line } from "./line";
import type { Printed } from "./printed";

/** S0-08: pack well, the slip inside, the label outside; then the seller's own words. */
export function SlipSteps({
  printed: { words, labelSource, isPaid, postage, freeReturn, instructions },
}: {
  printed: Printed;
}) {
  const steps: LabelWord[] = [
    "pack",
    "insert",
    labelSource === "drawn" ? "stickDrawn" : "stickGiven",
    freeReturn?.isCollected ? "collected" : isPaid ? "receipt" : postage === "refunded" ? "payerRefunded" : "payer",
  ];
  const heading = words.say("steps");
  return (
    <View style={{ marginTop: 16 }}>
      <Line size={12} isStrong>
        {heading.main}
      </Line>
      {heading.also && <Line size={9}>{heading.also}</Line>}
      {steps.map((step, index) => {
        const { main, also } = words.say(step);
        return (
          <View key={step} style={{ flexDirection: "row", marginTop: 3 }} wrap={false}>
            <Line isStrong style={{ width: 16 }}>
              {String(index + 1)}
            </Line>
            <View style={REST}>
              <Line>{main}</Line>
              {also && <Line size={9}>{also}</Line>}
            </View>
          </View>
        );
      })}
      {instructions && (
        <View style={{ marginTop: 10, paddingTop: 8, borderTop: HAIRLINE }}>
          <Line isStrong>{words.say("fromShop").main}</Line>
          <Line>{instructions}</Line>
        </View>
      )}
    </View>
  );
}
