import { expect, test } from "vitest";
import { fieldErrors } from "@/lib/platform/field-errors";
import { addressFields, fitted, typedFrom } from "./address-fields";
import { addressOf, typedAddressSchema } from "./address-schema";

const reno = {
  recipient: "Depot",
  line1: "1 Way",
  line2: "",
  city: "Reno",
  district: "",
  region: "NV",
  postalCode: "89501",
  country: "US",
  phone: "",
};
const wrong = (change: object) => {
  const parsed = typedAddressSchema.safeParse({ ...reno, ...change });
  return parsed.success ? {} : fieldErrors(parsed.error);
};
const namesIn = (country: string) => addressFields(country).map(({ name }) => name);

test.each([
  ["US", "region", "state"],
  ["CN", "line1", "detailedAddress"],
  ["HK", "city", "district"],
  ["JP", "region", "prefecture"],
  ["GB", "city", "town"],
])("S1-14 in %s the %s is called a %s", (country, name, word) => {
  expect(addressFields(country).find((field) => field.name === name)?.word).toBe(word);
});

test("S1-14 a country has the fields it knows, in its own order", () => {
  expect(namesIn("GB")).not.toContain("region");
  expect(namesIn("HK")).not.toContain("postalCode");
  expect(namesIn("CN").indexOf("region")).toBeLessThan(namesIn("CN").indexOf("line1"));
  expect(addressFields("US").find(({ name }) => name === "region")?.choices).toContainEqual({
    code: "NV",
    name: "Nevada",
  });
});

test.each([
  ["a code of another form", { postalCode: "SW1A 1AA" }, { postalCode: ["bad_postal_code"] }],
  ["no code where there is one", { postalCode: "" }, { postalCode: ["required"] }],
  ["no code where there is none", { country: "HK", region: "", postalCode: "" }, {}],
  ["no state", { region: "" }, { region: ["required"] }],
  ["a British code", { country: "GB", region: "", postalCode: "EC1A 1BB" }, {}],
  ["a Japanese code without its dash", { country: "JP", postalCode: "1000001" }, {}],
  ["a Chinese code", { country: "CN", region: "广东省", city: "深圳市", district: "南山区", postalCode: "518000" }, {}],
  [
    "a short Chinese code",
    { country: "CN", region: "广东省", postalCode: "5180" },
    { postalCode: ["bad_postal_code"] },
  ],
  ["no name, told once", { recipient: " " }, { recipient: ["required"] }],
])("S1-14 an address is judged by its country's rules: %s", (_, change, fields) => {
  expect(wrong(change)).toEqual(fields);
});

test("what a country has no field for is not sent along", () => {
  expect(fitted({ ...reno, country: "GB" }).region).toBe("");
  expect(fitted(reno).region).toBe("NV");
});

const shenzhen = {
  recipient: "退货仓",
  line1: "科技园路1号",
  line2: null,
  region: "广东省",
  postalCode: "518000",
  phone: null,
};

test.each([
  ["深圳市南山区", "深圳市", "南山区"],
  ["延边朝鲜族自治州延吉市", "延边朝鲜族自治州", "延吉市"],
  ["苏州市昆山市", "苏州市", "昆山市"],
  ["东莞市", "东莞市", ""],
  ["Nanshan District, Shenzhen", "Shenzhen", "Nanshan District"],
  ["Shenzhen", "Shenzhen", ""],
])(
  "S1-14 a Chinese address has its district in a field of its own, and is kept as before: %s",
  (kept, city, district) => {
    const saved = { ...shenzhen, city: kept, country: "CN" };
    const typed = typedFrom(saved);
    expect(typed).toMatchObject({ city, district });
    expect(addressOf(typed)).toEqual(saved);
  },
);

test("S1-14 a district is of China only, and goes with the country", () => {
  expect(namesIn("CN")).toEqual([
    ...["recipient", "region", "city", "district", "line1", "line2", "postalCode", "phone"],
  ]);
  expect(namesIn("US")).not.toContain("district");
  expect(addressOf({ ...reno, district: "南山区" }).city).toBe("Reno");
});
