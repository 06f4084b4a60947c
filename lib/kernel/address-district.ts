const HAN = /\p{Script=Han}/u;
/** A city, prefecture or league, and what lies in it: 深圳市 and 南山区. */
const CITY_FIRST = /^(.*?(?:市|自治州|地区|盟))\s*(\S.*)$/u;
const DISTRICT_FIRST = /^([^,]+), (.+)$/u;

type Place = { city: string; district: string };

/** A city and its district as one text, as they stand on a parcel: 深圳市南山区, or Nanshan District, Shenzhen. */
export function placeOf({ city, district }: Place): string {
  if (district === "" || city === "") return city || district;
  return HAN.test(city + district) ? `${city}${district}` : `${district}, ${city}`;
}

/** The city and the district of such a text; one that names no district is all city. */
export function splitPlace(text: string): Place {
  if (HAN.test(text)) {
    const [, city, district] = CITY_FIRST.exec(text) ?? [];
    return city && district ? { city, district } : { city: text, district: "" };
  }
  const [, district, city] = DISTRICT_FIRST.exec(text) ?? [];
  return city && district ? { city, district } : { city: text, district: "" };
}
