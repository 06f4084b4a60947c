import { type CheckDigit, elevens, iso7064, luhn, sevens, tens, upuS10 } from "./check-digits";

/** How numbers of a carrier look: `serial` and `check` are named where there is a figure that checks the others. */
type Shape = { pattern: RegExp; check?: CheckDigit };
type Carrier = {
  code: string;
  name: string;
  /** What reports and people call it, in small letters, without signs. */
  calls?: readonly string[];
  /** Numbers of none of these are doubted; empty: nothing is known of its numbers, and none is. */
  shapes: readonly Shape[];
  example?: string;
};

const s10 = (...countries: string[]): Shape => ({
  pattern: new RegExp(`^[A-Z]{2}(?<serial>\\d{8})(?<check>\\d)(?:${countries.join("|")})$`),
  check: upuS10,
});
const anyPost: Shape = s10("[A-Z]{2}");
/** GS1 serial shipping container code, with or without its application identifier. */
const sscc: Shape = { pattern: /^(?:00)?(?<serial>\d{17})(?<check>\d)$/, check: tens(3, 1) };

/**
 * Carriers and the numbers they give. Shapes and check digits: github.com/jkeen/tracking_number_data (MIT), commit
 * 06f1a2b, and UPU S10-12; GLS, Evri, Yamato, Sagawa, SF and InPost: lengths as printed on their labels.
 */
export const CARRIERS = [
  {
    code: "ups",
    name: "UPS",
    calls: ["united parcel service", "ups ground", "ups mail innovations"],
    shapes: [
      { pattern: /^1Z(?<serial>[A-Z0-9]{15})(?<check>\d)$/, check: tens(1, 2) },
      { pattern: /^[AHJKTV](?<serial>\d{9})(?<check>\d)$/, check: tens(1, 2) },
    ],
    example: "1Z5R89390357567127",
  },
  {
    code: "fedex",
    name: "FedEx",
    calls: ["federal express", "fedex ground", "fedex express", "fedex smartpost"],
    shapes: [
      { pattern: /^(?<serial>\d{11})(?<check>\d)$/, check: elevens(3, 1, 7) },
      { pattern: /^(?<serial>\d{14})(?<check>\d)$/, check: tens(1, 3) },
      { pattern: /^96\d{5}(?<serial>\d{14})(?<check>\d)$/, check: tens(1, 3) },
      { pattern: /^96\d{18}(?<serial>\d{13})(?<check>\d)$/, check: elevens(1, 7, 3) },
      { pattern: /^[0-8]\d{19}(?<serial>\d{13})(?<check>\d)$/, check: elevens(1, 7, 3) },
      sscc,
      { pattern: /^(?<serial>(?:92|61)\d{17,19})(?<check>\d)$/, check: tens(3, 1) },
    ],
    example: "986578788855",
  },
  {
    code: "usps",
    name: "USPS",
    calls: ["united states postal service", "us postal service", "us mail"],
    shapes: [
      { pattern: /^(?:420\d{5}(?:\d{4})?)?(?<serial>9[1-5]\d{19})(?<check>\d)$/, check: tens(3, 1) },
      { pattern: /^(?:420\d{5}(?:\d{4})?)?(?<serial>9[1-5]\d{23})(?<check>\d)$/, check: tens(3, 1) },
      { pattern: /^(?<serial>\d{19})(?<check>\d)$/, check: tens(3, 1) },
      s10("US"),
    ],
    example: "9400111206206406260787",
  },
  { code: "amazon", name: "Amazon Logistics", calls: ["amazon", "amzl", "amazon shipping"], shapes: [] },
  {
    code: "dhl",
    name: "DHL",
    calls: ["dhl express", "dhl paket", "dhl parcel", "dhl ecommerce", "dhl global mail"],
    shapes: [
      { pattern: /^(?<serial>\d{9,10})(?<check>\d)$/, check: sevens },
      { pattern: /^J[A-Z]{2,3}\d{9,20}$/ },
      // Of parcels in Germany: twelve figures of its own, or GS1's twenty.
      { pattern: /^\d{12}$/ },
      { pattern: /^(?<serial>(?:00)?34\d{15})(?<check>\d)$/, check: tens(3, 1) },
      { pattern: /^(?:GM|LX|RX|UV|CN|SG|TH|IN|HK|MY)[0-9A-Z]{10,39}$/ },
      { pattern: /^\d{14}$/ },
      anyPost,
    ],
    example: "00340434161094042557",
  },
  {
    code: "dpd",
    name: "DPD",
    calls: ["dynamic parcel distribution"],
    shapes: [
      { pattern: /^(?<serial>\d{14})(?<check>[0-9A-Z])$/, check: iso7064 },
      { pattern: /^(?<serial>\d{27})(?<check>[0-9A-Z])$/, check: iso7064 },
      { pattern: /^\d{14}$/ },
    ],
    example: "09980000020033F",
  },
  {
    code: "gls",
    name: "GLS",
    calls: ["general logistics systems"],
    shapes: [{ pattern: /^[0-9A-Z]{8}$|^\d{11,12}$/ }],
  },
  {
    code: "evri",
    name: "Evri",
    calls: ["hermes", "hermes uk", "myhermes"],
    shapes: [{ pattern: /^[0-9A-Z]{14,16}$/ }],
  },
  {
    code: "royal_mail",
    name: "Royal Mail",
    calls: ["royalmail", "parcelforce"],
    shapes: [s10("GB"), { pattern: /^[A-Z]{2}\d{7}$/ }, { pattern: /^[0-9A-Z]{11,21}$/ }],
  },
  {
    code: "deutsche_post",
    name: "Deutsche Post",
    calls: ["deutschepost"],
    shapes: [s10("DE"), { pattern: /^(?:00)?34\d{16}$/ }, { pattern: /^A0[0-9A-Z]{18}$/ }],
  },
  {
    code: "la_poste",
    name: "La Poste",
    calls: ["colissimo", "chronopost"],
    shapes: [s10("FR"), { pattern: /^[0-9A-Z]{11,15}$/ }],
  },
  {
    code: "correos",
    name: "Correos",
    calls: ["correos express"],
    shapes: [s10("ES"), { pattern: /^[0-9A-Z]{13,23}$/ }],
  },
  {
    code: "poste_italiane",
    name: "Poste Italiane",
    calls: ["sda", "poste it"],
    shapes: [s10("IT"), { pattern: /^[0-9A-Z]{10,15}$/ }],
  },
  { code: "postnl", name: "PostNL", calls: ["post nl"], shapes: [s10("NL"), { pattern: /^3S[0-9A-Z]{9,13}$/ }] },
  { code: "bpost", name: "bpost", shapes: [s10("BE"), { pattern: /^\d{18}$|^\d{24}$/ }] },
  {
    code: "canada_post",
    name: "Canada Post",
    calls: ["postes canada", "canadapost"],
    shapes: [{ pattern: /^(?<serial>\d{15})(?<check>\d)$/, check: tens(3, 1) }, s10("CA")],
    example: "7035114477138472",
  },
  {
    code: "purolator",
    name: "Purolator",
    shapes: [{ pattern: /^(?<serial>[0-5]\d{10})(?<check>\d)$/, check: luhn }, { pattern: /^[A-Z]{3}\d{9}$/ }],
    example: "320595463938",
  },
  {
    code: "australia_post",
    name: "Australia Post",
    calls: ["auspost", "startrack"],
    shapes: [s10("AU"), { pattern: /^[0-9A-Z]{10,23}$/ }],
  },
  {
    code: "yamato",
    name: "Yamato",
    calls: ["ヤマト運輸", "kuroneko yamato", "yamato transport", "ta q bin"],
    shapes: [{ pattern: /^(?<serial>\d{11})(?<check>\d)$/, check: sevens }],
    example: "400000000002",
  },
  {
    code: "sagawa",
    name: "Sagawa",
    calls: ["佐川急便", "sagawa express"],
    shapes: [{ pattern: /^(?<serial>\d{11})(?<check>\d)$/, check: sevens }],
    example: "400000000002",
  },
  {
    code: "japan_post",
    name: "Japan Post",
    calls: ["日本郵便", "yu pack", "ゆうパック"],
    shapes: [s10("JP"), { pattern: /^(?<serial>\d{11})(?<check>\d)$/, check: sevens }],
  },
  {
    code: "sf",
    name: "SF Express",
    calls: ["顺丰", "顺丰速运", "sfexpress", "sf international"],
    shapes: [{ pattern: /^(?:SF)?\d{12,13}$/ }],
  },
  {
    code: "china_post",
    name: "China Post",
    calls: ["中国邮政", "ems", "china ems", "epacket"],
    shapes: [s10("CN"), { pattern: /^\d{13}$/ }],
  },
  {
    code: "yunexpress",
    name: "YunExpress",
    calls: ["云途", "yun express"],
    shapes: [{ pattern: /^YT\d{16}$/ }],
    example: "YT2229521272164446",
  },
  { code: "cainiao", name: "Cainiao", calls: ["菜鸟", "aliexpress standard shipping"], shapes: [] },
  { code: "yodel", name: "Yodel", shapes: [{ pattern: /^JJ?D\d{16}$/ }], example: "JJD0002257639032011" },
  {
    code: "ontrac",
    name: "OnTrac",
    shapes: [
      { pattern: /^C(?<serial>\d{13})(?<check>\d)$/, check: (serial, check) => tens(1, 2)(`4${serial}`, check) },
      { pattern: /^D(?<serial>\d{13})(?<check>\d)$/, check: (serial, check) => tens(1, 2)(`5${serial}`, check) },
    ],
    example: "C11031500001879",
  },
  { code: "inpost", name: "InPost", shapes: [{ pattern: /^\d{24}$/ }] },
] as const satisfies readonly Carrier[];

export type CarrierCode = (typeof CARRIERS)[number]["code"];
const ALL: readonly (Carrier & { code: CarrierCode })[] = CARRIERS;

const comparable = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s._-]+/g, " ")
    .trim();

const BY_CALL = new Map(
  ALL.flatMap((carrier) =>
    [carrier.code, carrier.name, ...(carrier.calls ?? [])].map((call) => [comparable(call), carrier] as const),
  ),
);

/** The carrier that a report or a person names; null: nobody knows it, and its name stays as it came. */
export const carrierNamed = (name: string | null) => (name === null ? null : (BY_CALL.get(comparable(name)) ?? null));

export type ShapeOfNumber = "right" | "wrong_digit" | "other";

/** What the numbers of a carrier say of this one: `number` as `searchKey` makes it. */
export function judgeNumber({ shapes }: { shapes: readonly Shape[] }, number: string): ShapeOfNumber {
  const fitting = shapes.flatMap(({ pattern, check }) => {
    const groups = pattern.exec(number)?.groups ?? (pattern.test(number) ? {} : null);
    return groups === null ? [] : [!check || check(groups.serial ?? "", groups.check ?? "")];
  });
  if (shapes.length === 0 || fitting.includes(true)) return "right";
  return fitting.length > 0 ? "wrong_digit" : "other";
}

/** Carriers whose numbers look like this one and check themselves: the likely ones, for whoever has named none. */
export const guessCarriers = (number: string) =>
  ALL.filter(
    ({ shapes }) =>
      shapes.some(({ check }) => check) &&
      judgeNumber({ shapes: shapes.filter(({ check }) => check) }, number) === "right",
  );
