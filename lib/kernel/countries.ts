/** The countries with a marketplace we know, each with what a channel there starts with. */
export const COUNTRIES = {
  US: { currency: "USD", timeZone: "America/Los_Angeles" },
  CA: { currency: "CAD", timeZone: "America/Los_Angeles" },
  MX: { currency: "MXN", timeZone: "America/Mexico_City" },
  BR: { currency: "BRL", timeZone: "America/Sao_Paulo" },
  CL: { currency: "CLP", timeZone: "America/Santiago" },
  GB: { currency: "GBP", timeZone: "Europe/London" },
  IE: { currency: "EUR", timeZone: "Europe/Dublin" },
  DE: { currency: "EUR", timeZone: "Europe/Berlin" },
  FR: { currency: "EUR", timeZone: "Europe/Paris" },
  IT: { currency: "EUR", timeZone: "Europe/Rome" },
  ES: { currency: "EUR", timeZone: "Europe/Madrid" },
  PT: { currency: "EUR", timeZone: "Europe/Lisbon" },
  NL: { currency: "EUR", timeZone: "Europe/Amsterdam" },
  BE: { currency: "EUR", timeZone: "Europe/Brussels" },
  SE: { currency: "SEK", timeZone: "Europe/Stockholm" },
  PL: { currency: "PLN", timeZone: "Europe/Warsaw" },
  CZ: { currency: "CZK", timeZone: "Europe/Prague" },
  CH: { currency: "CHF", timeZone: "Europe/Zurich" },
  TR: { currency: "TRY", timeZone: "Europe/Istanbul" },
  UA: { currency: "UAH", timeZone: "Europe/Kyiv" },
  RU: { currency: "RUB", timeZone: "Europe/Moscow" },
  IL: { currency: "ILS", timeZone: "Asia/Jerusalem" },
  AE: { currency: "AED", timeZone: "Asia/Dubai" },
  SA: { currency: "SAR", timeZone: "Asia/Riyadh" },
  EG: { currency: "EGP", timeZone: "Africa/Cairo" },
  ZA: { currency: "ZAR", timeZone: "Africa/Johannesburg" },
  IN: { currency: "INR", timeZone: "Asia/Kolkata" },
  SG: { currency: "SGD", timeZone: "Asia/Singapore" },
  AU: { currency: "AUD", timeZone: "Australia/Sydney" },
  JP: { currency: "JPY", timeZone: "Asia/Tokyo" },
  KR: { currency: "KRW", timeZone: "Asia/Seoul" },
  CN: { currency: "CNY", timeZone: "Asia/Shanghai" },
  HK: { currency: "HKD", timeZone: "Asia/Hong_Kong" },
} as const satisfies Record<string, { currency: string; timeZone: string }>;
export type Country = keyof typeof COUNTRIES;

export const COUNTRY_CODES = Object.keys(COUNTRIES) as [Country, ...Country[]];

/** Every country and territory of ISO 3166-1: where a parcel may go is not where a marketplace is. */
export const ISO_COUNTRIES: readonly string[] =
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW".split(
    " ",
  );
