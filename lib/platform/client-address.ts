import { BlockList, isIP } from "node:net";

const bare = (address: string): string =>
  address
    .trim()
    .replace(/^\[|\]$/g, "")
    .replace(/%.*$/, "");

/** The eight groups of an IPv6 address, as numbers. */
function groupsOf(address: string): number[] {
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = "", tail] = canonical.split("::");
  const numbers = (part: string) => (part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16)));
  const front = numbers(head);
  const back = tail === undefined ? [] : numbers(tail);
  return [...front, ...Array<number>(8 - front.length - back.length).fill(0), ...back];
}

/** An address in one spelling: IPv4 also where it came wrapped in IPv6; null for what is none. */
function canonicalAddress(text: string): string | null {
  const address = bare(text);
  if (isIP(address) === 4) return address;
  if (isIP(address) !== 6) return null;
  const groups = groupsOf(address);
  const [high = 0, low = 0] = groups.slice(6);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) return [high >> 8, high & 255, low >> 8, low & 255].join(".");
  return groups.map((group) => group.toString(16)).join(":");
}

/** Who counts as one caller: an IPv4 address, or the /64 that one customer of a provider gets. */
export function addressKey(text: string): string {
  const address = canonicalAddress(text);
  if (address === null) return "ip:unknown";
  return address.includes(":") ? `ip:${address.split(":").slice(0, 4).join(":")}::/64` : `ip:${address}`;
}

/** The addresses and networks of TRUSTED_PROXY, separated by commas. Throws on what is neither. */
export function proxyList(text: string): BlockList {
  const list = new BlockList();
  for (const entry of text.split(",").filter((part) => part.trim() !== "")) {
    const [network = "", bits] = entry.trim().split("/");
    const address = canonicalAddress(network);
    if (address === null) throw new Error(`TRUSTED_PROXY: ${entry} is neither an address nor a network`);
    const family = address.includes(":") ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** Whether an address is one of the trusted ones. */
export function isTrusted(text: string | undefined, trusted: BlockList): boolean {
  const address = canonicalAddress(text ?? "");
  return address !== null && trusted.check(address, address.includes(":") ? "ipv6" : "ipv4");
}

/**
 * Where a request really comes from: the socket's other end, or, as long as that is a trusted proxy, the next address
 * from the right of X-Forwarded-For. What a stranger writes into the header stands further left and is never reached.
 */
export function clientAddress(socketAddress: string | undefined, forwardedFor: string, trusted: BlockList): string {
  const hops = [...forwardedFor.split(","), socketAddress ?? ""].map(canonicalAddress);
  let address = "unknown";
  for (const hop of hops.reverse()) {
    if (hop === null) break;
    address = hop;
    if (!isTrusted(hop, trusted)) break;
  }
  return address;
}
