import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CARRIERS, type CarrierCode, carrierNamed } from "./carriers";
import { scanCodeOf } from "./scan-words";
import { readTracking } from "./tracking";

/** Of github.com/jkeen/tracking_number_data: numbers that its rules take, by carrier. */
const RIGHT: [carrier: CarrierCode, number: string][] = [
  ["ups", "1Z5R89390357567127"],
  ["ups", "1z 879e 9303 4683 4440"],
  ["ups", "K1506235620"],
  ["fedex", "986578788855"],
  ["fedex", "0414 4176 0228 964"],
  ["fedex", "9611020987654312345672"],
  ["fedex", "1001921334250001000300779017972697"],
  ["fedex", "9622001900000000000000776632517510"],
  ["usps", "9400111206206406260787"],
  ["usps", "420787459400111206206406260787"],
  ["usps", "0307 1790 0005 2348 3741"],
  ["usps", "RB123456785US"],
  ["dhl", "3318810025"],
  ["dhl", "00340434161094042557"],
  ["dpd", "09980000020033F"],
  ["dpd", "008182709980000020033350276C"],
  ["royal_mail", "RB123456785GB"],
  ["canada_post", "7035114477138472"],
  ["purolator", "320595463938"],
  ["ontrac", "C11031500001879"],
  ["yunexpress", "YT2229521272164446"],
  ["yodel", "JJD0002257639032011"],
];

const WRONG: [carrier: CarrierCode, number: string, why: "shape" | "check_digit"][] = [
  ["ups", "1Z5R89390357567128", "check_digit"],
  ["ups", "2Z5R89390357567127", "shape"],
  ["fedex", "996578788855", "check_digit"],
  ["usps", "RB123456786US", "check_digit"],
  ["dhl", "3318810010", "check_digit"],
  ["dpd", "09980000020033D", "check_digit"],
  ["canada_post", "0073938000549292", "check_digit"],
  ["purolator", "320595463939", "check_digit"],
  ["yunexpress", "YT123456789012345", "shape"],
];

describe("a carrier and a tracking number as they are typed", () => {
  it.each(RIGHT)("%s gives %s", (carrier, tracking) => {
    expect(readTracking({ carrier, tracking }, false)).toMatchObject({
      ok: true,
      value: { carrier: carrierNamed(carrier)?.name, tracking },
    });
  });

  it.each(WRONG)("%s never gives %s (%s), which stays as it is where somebody is sure", (carrier, tracking, why) => {
    expect(readTracking({ carrier, tracking }, false)).toMatchObject({
      ok: false,
      refusal: { code: "tracking_wrong", why },
    });
    expect(readTracking({ carrier, tracking }, true)).toMatchObject({ ok: true, value: { tracking } });
  });

  it("gives of every carrier an example that its own numbers look like", () => {
    for (const carrier of CARRIERS)
      if ("example" in carrier)
        expect(readTracking({ carrier: carrier.code, tracking: carrier.example }, false).ok, carrier.code).toBe(true);
  });

  it("finds one wrong figure in a number that checks itself", () => {
    const checked = ["7035114477138472", "0073938000549297", "4002847016405018"];
    fc.assert(
      fc.property(fc.constantFrom(...checked), fc.nat(), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
        const figures = [...number.replaceAll(" ", "")];
        const places = figures.flatMap((figure, index) => (index > 1 && /\d/.test(figure) ? [index] : []));
        const at = places[place % places.length] ?? 2;
        figures[at] = String((Number(figures[at]) + by) % 10);
        return !readTracking({ carrier: "Canada Post", tracking: figures.join("") }, false).ok;
      }),
    );
  });

  it("keeps the number of a carrier that nobody knows, and names the only likely one where none was named", () => {
    const tracking = "anything 12";
    expect(readTracking({ carrier: "Uncle Bob’s van", tracking }, false)).toMatchObject({
      ok: true,
      value: { carrier: "Uncle Bob’s van", tracking, key: "ANYTHING12" },
    });
    expect(readTracking({ carrier: "", tracking: "1Z5R89390357567127" }, false)).toMatchObject({
      value: { carrier: "UPS" },
    });
    // FedEx, USPS and DHL all print such numbers.
    expect(readTracking({ carrier: "", tracking: "00340434161094042557" }, false)).toMatchObject({
      value: { carrier: null },
    });
    expect(readTracking({ carrier: "UPS", tracking: " " }, false)).toEqual({
      ok: false,
      refusal: { code: "no_tracking" },
    });
  });
});

it("P-29 reads the words of carriers, whatever signs part them, and nothing into those it does not know", () => {
  expect(["DELIVERED", "Out_for_delivery", "in transit", "InTransit", "AttemptFail"].map(scanCodeOf)).toEqual([
    "delivered",
    "out_for_delivery",
    "in_transit",
    "in_transit",
    "attempted",
  ]);
  expect(["", "not delivered", "delivered?", "zugestellt"].map(scanCodeOf)).toEqual([null, null, null, null]);
});
