import { Text, type TextProps } from "@react-pdf/renderer";
import { asDrawn, faceFor } from "./fonts";
import type { Said } from "./label-words";

type Face = ReturnType<typeof faceFor>;
type LineProps = {
  size?: number;
  isStrong?: boolean;
  /** Of the text that this is a line of: one font for a whole address. */
  face?: Face;
  style?: Extract<TextProps["style"], { fontSize?: unknown }>;
  children: string;
};

export const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Text of a size, with the line height that belongs to it: an inherited one would be that of the page's size. */
export function Line({ size = 10, isStrong = false, face: given, style, children }: LineProps) {
  const face = given ?? faceFor(children);
  return (
    <Text
      style={{
        fontFamily: face,
        fontSize: size,
        lineHeight: 1.3,
        fontWeight: isStrong ? 700 : 400,
        ...(RIGHT_TO_LEFT.test(children) && { direction: "rtl", textAlign: "right" }),
        ...style,
      }}
    >
      {asDrawn(children, face)}
    </Text>
  );
}

/** A small heading, with its English where the language is another. */
export function Caption({ said: { main, also } }: { said: Said }) {
  return <Line size={9}>{also && also !== main ? `${main}  ${also}` : main}</Line>;
}
