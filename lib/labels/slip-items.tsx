import { View } from "@react-pdf/renderer";
import { HAIRLINE, RULE } from "./fonts";
import type { LabelWord } from "./label-words";
import { Caption, Line } from "./line";
import type { Printed } from "./printed";

const COLUMNS = [
  { word: "item", flexGrow: 4 },
  { word: "sku", flexGrow: 2.2 },
  { word: "quantity", flexGrow: 0.9 },
  { word: "reason", flexGrow: 2.4 },
] as const satisfies { word: LabelWord; flexGrow: number }[];

/** What is to be in the parcel, with the buyer's reason; a row is never torn between two pages. */
export function SlipItems({ printed: { lines, words } }: { printed: Printed }) {
  return (
    <View style={{ marginTop: 16 }}>
      <View style={{ flexDirection: "row", gap: 10, paddingBottom: 3, borderBottom: RULE }} wrap={false}>
        {COLUMNS.map(({ word, flexGrow }) => (
          <View key={word} style={{ flexGrow, flexBasis: 0 }}>
            <Caption said={words.say(word)} />
          </View>
        ))}
      </View>
      {lines.map(({ title, sku, quantity, reason }, index) => (
        <View
          // biome-ignore lint/suspicious/noArrayIndexKey: a document is drawn once.
          key={index}
          style={{ flexDirection: "row", gap: 10, paddingVertical: 5, borderBottom: HAIRLINE }}
          wrap={false}
        >
          {[title, sku ?? "—", `× ${quantity}`, reason].map((text, column) => (
            <Line
              key={COLUMNS[column]?.word}
              isStrong={column === 2}
              style={{ flexGrow: COLUMNS[column]?.flexGrow ?? 1, flexBasis: 0 }}
            >
              {text}
            </Line>
          ))}
        </View>
      ))}
    </View>
  );
}
