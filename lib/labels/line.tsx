import { Text, type TextProps } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import type { Said } from "./label-words";

type LineProps = {
  size?: number;
  isStrong?: boolean;
  style?: Extract<TextProps["style"], { fontSize?: unknown }>;
  children: ReactNode;
};

/** Text of a size, with the line height that belongs to it: an inherited one would be that of the page's size. */
export function Line({ size = 10, isStrong = false, style, children }: LineProps) {
  return (
    <Text style={{ fontSize: size, lineHeight: 1.3, fontWeight: isStrong ? 700 : 400, ...style }}>{children}</Text>
  );
}

/** A small heading, with its English where the language is another. */
export function Caption({ said: { main, also } }: { said: Said }) {
  return <Line size={9}>{also && also !== main ? `${main}  ${also}` : main}</Line>;
}
