import { FormField } from "@/components/form/form-problems";
import { Select } from "@/components/ui/select";
import { COUNTRIES, type Country } from "@/lib/kernel/countries";

type Place = { country: Country; currency: string; timeZone: string };
export type PlaceChoices = {
  countries: readonly { code: Country; name: string }[];
  currencies: readonly string[];
  timeZones: readonly string[];
};

type PlaceFieldsProps = {
  /** Before the names under which the fields are sent: "facts.". */
  prefix: string;
  place: Place;
  choices: PlaceChoices;
  /** Another country brings its usual currency and zone along; left out, each is chosen for itself. */
  isNew?: boolean;
  /** Why the currency stays as it is. */
  fixedCurrency?: string | undefined;
  timeZoneHint: string;
  onChange: (change: Partial<Place>) => void;
};

const withKnown = (list: readonly string[], value: string) => (list.includes(value) ? list : [value, ...list]);

/** Where a store is: its country, what it sells in, and by which clock. */
export function PlaceFields(props: PlaceFieldsProps) {
  const { prefix, place, choices, isNew = false, fixedCurrency, timeZoneHint, onChange } = props;
  const choose = (code: string) => {
    const found = choices.countries.find((country) => country.code === code);
    if (found) onChange({ country: found.code, ...(isNew ? COUNTRIES[found.code] : {}) });
  };
  return (
    <>
      <FormField name={`${prefix}country`}>
        <Select name={`${prefix}country`} value={place.country} onChange={({ target }) => choose(target.value)}>
          {choices.countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </FormField>
      <FormField name={`${prefix}currency`} {...(fixedCurrency ? { hint: fixedCurrency } : {})}>
        <Select
          name={`${prefix}currency`}
          value={place.currency}
          disabled={fixedCurrency !== undefined}
          onChange={({ target }) => onChange({ currency: target.value })}
        >
          {withKnown(choices.currencies, place.currency).map((currency) => (
            <option key={currency}>{currency}</option>
          ))}
        </Select>
      </FormField>
      <FormField name={`${prefix}timeZone`} hint={timeZoneHint} className="md:col-span-2">
        <Select
          name={`${prefix}timeZone`}
          value={place.timeZone}
          onChange={({ target }) => onChange({ timeZone: target.value })}
        >
          {withKnown(choices.timeZones, place.timeZone).map((zone) => (
            <option key={zone}>{zone}</option>
          ))}
        </Select>
      </FormField>
    </>
  );
}
