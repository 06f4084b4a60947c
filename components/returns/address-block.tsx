import type { Address } from "@/lib/kernel/address";
import { addressLines } from "@/lib/kernel/address-lines";

/** An address as it goes on a parcel, line by line. */
export function AddressBlock({ address }: { address: Address }) {
  return (
    <address className="not-italic" dir="auto">
      {addressLines(address).map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </address>
  );
}
