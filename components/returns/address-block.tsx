import type { Address } from "@/lib/address";

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

/** The lines of an address, empty ones left out; the order is the international one, country code last. */
export function addressLines(address: Address): string[] {
  const { recipient, line1, line2, city, region, postalCode, country, phone } = address;
  return [recipient, line1, line2, [city, region, postalCode].filter(Boolean).join(", "), country, phone].filter(
    (line): line is string => Boolean(line),
  );
}
