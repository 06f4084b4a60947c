import { Page } from "@react-pdf/renderer";
import type { Address } from "@/lib/kernel/address";
import { AddressLines, drawnAddress } from "./address-lines";
import { sizeForBox } from "./fit-text";
import { PAGE } from "./fonts";

const [WIDTH, HEIGHT] = [248, 124];
const SIZES = [14, 13, 12, 11, 10, 9, 8, 7, 6];

/** An address alone, as a label carries it. */
export function AddressPage({ address }: { address: Address }) {
  const drawn = drawnAddress(address);
  const texts = drawn.lines.map(({ text }) => text);
  const box = { width: WIDTH - 16, height: HEIGHT - 16, lineHeight: 1.3 };
  return (
    <Page size={[WIDTH, HEIGHT]} style={{ ...PAGE, padding: 8 }}>
      <AddressLines address={drawn} size={sizeForBox(texts, box, SIZES)} />
    </Page>
  );
}
