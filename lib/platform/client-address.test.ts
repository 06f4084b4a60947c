import { describe, expect, it } from "vitest";
import { addressKey, clientAddress, proxyList } from "./client-address";

describe("addressKey", () => {
  it.each([
    ["203.0.113.7", "ip:203.0.113.7"],
    ["::ffff:203.0.113.7", "ip:203.0.113.7"],
    ["::FFFF:cb00:7107", "ip:203.0.113.7"],
    ["[::ffff:203.0.113.7]", "ip:203.0.113.7"],
    ["2001:db8:1:2::1", "ip:2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002:ffff::9", "ip:2001:db8:1:2::/64"],
    ["fe80::1%eth0", "ip:fe80:0:0:0::/64"],
    ["::1", "ip:0:0:0:0::/64"],
    ["nonsense", "ip:unknown"],
    ["", "ip:unknown"],
  ])("counts %j as %j", (address, key) => expect(addressKey(address)).toBe(key));
});

describe("clientAddress", () => {
  const nobody = proxyList("");
  const trusted = proxyList("10.0.0.1, 192.168.0.0/16, fd00::/8");
  it("never reads the header without a trusted proxy", () => {
    expect(clientAddress("::ffff:203.0.113.7", "1.1.1.1, 2.2.2.2", nobody)).toBe("203.0.113.7");
  });
  it("does not read the header of a stranger", () => {
    expect(clientAddress("203.0.113.7", "1.1.1.1", trusted)).toBe("203.0.113.7");
  });
  it("takes what the last trusted proxy saw, not what was written to its left", () => {
    expect(clientAddress("10.0.0.1", "1.1.1.1, 203.0.113.7, 192.168.4.4", trusted)).toBe("203.0.113.7");
    expect(clientAddress("fd00::5", "203.0.113.7", trusted)).toBe("203.0.113.7");
  });
  it("stops at what is no address", () => {
    expect(clientAddress("10.0.0.1", "203.0.113.7, junk", trusted)).toBe("10.0.0.1");
    expect(clientAddress(undefined, "203.0.113.7", trusted)).toBe("unknown");
  });
  it("refuses a list that names neither address nor network", () => {
    expect(() => proxyList("proxy.local")).toThrow("TRUSTED_PROXY: proxy.local");
  });
});
