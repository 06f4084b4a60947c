import { type Address, addressLines } from "@/lib/address";

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
