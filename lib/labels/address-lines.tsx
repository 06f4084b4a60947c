import type { Address } from "@/lib/kernel/address";
import { addressLines } from "@/lib/kernel/address-lines";
import { faceFor } from "./fonts";
import { Line, RIGHT_TO_LEFT } from "./line";
import { printable } from "./printable";

/** An address as it is drawn: every line a text that the fonts hold, its recipient one of them. */
export type DrawnAddress = {
  lines: { text: string; isStrong: boolean }[];
  face: ReturnType<typeof faceFor>;
  /** Its Latin lines stand at the right edge with the others. */
  isRightToLeft: boolean;
};

export function drawnAddress(address: Address): DrawnAddress {
  const lines = addressLines(address).map((line) => ({
    text: printable(line).trim(),
    isStrong: line === address.recipient,
  }));
  const whole = lines.map(({ text }) => text).join("");
  return { lines, face: faceFor(whole, address.country), isRightToLeft: RIGHT_TO_LEFT.test(whole) };
}

type AddressLinesProps = { address: DrawnAddress; size: number; strongSize?: number };

export function AddressLines({ address: { lines, face, isRightToLeft }, size, strongSize = size }: AddressLinesProps) {
  return lines.map(({ text, isStrong }, index) => (
    <Line
      // biome-ignore lint/suspicious/noArrayIndexKey: a document is drawn once.
      key={index}
      size={isStrong ? strongSize : size}
      isStrong={isStrong}
      face={face}
      style={isRightToLeft ? { textAlign: "right" } : {}}
    >
      {text}
    </Line>
  ));
}
