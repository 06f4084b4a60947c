type Seen = {
  label: string | null;
  hours: string | null;
  recipient: string;
  line1: string;
  line2: string | null;
  city: string;
  region: string | null;
  postalCode: string;
  country: string;
  phone: string | null;
};

/** An address as it stood when a page was drawn, to tell whether somebody changed it since. */
export const seenAddress = (row: Seen): string => {
  const { label, hours, recipient, line1, line2, city, region, postalCode, country, phone } = row;
  return JSON.stringify([label, hours, recipient, line1, line2, city, region, postalCode, country, phone]);
};
