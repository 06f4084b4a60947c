/** Whether the last figure of a number fits what stands before it: each scheme as its carrier publishes it. */
export type CheckDigit = (serial: string, check: string) => boolean;

const figures = (text: string): number[] => [...text].map((sign) => Number.parseInt(sign, 10));
/** UPS counts its letters so that A is 2. */
const counted = (text: string): number[] =>
  [...text].map((sign) => (/\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 3) % 10));
const weighed = (values: readonly number[], weights: readonly number[]): number =>
  values.reduce((sum, value, index) => sum + value * (weights[index % weights.length] ?? 0), 0);

/** The figure that makes a sum of weighed figures full tens. */
export const tens =
  (...weights: number[]): CheckDigit =>
  (serial, check) =>
    (10 - (weighed(counted(serial), weights) % 10)) % 10 === Number(check);

/** The rest of a division by eleven; ten is written as 0. */
export const elevens =
  (...weights: number[]): CheckDigit =>
  (serial, check) =>
    (weighed(figures(serial), weights) % 11) % 10 === Number(check);

/** The rest of the number itself, divided by seven; as text, because it may be longer than a number is exact. */
export const sevens: CheckDigit = (serial, check) =>
  figures(serial).reduce((rest, figure) => (rest * 10 + figure) % 7, 0) === Number(check);

/** UPU S10: of registered letters and parcels of every post. */
export const upuS10: CheckDigit = (serial, check) => {
  const rest = 11 - (weighed(figures(serial), [8, 6, 4, 2, 3, 5, 9, 7]) % 11);
  return (rest === 10 ? 0 : rest === 11 ? 5 : rest) === Number(check);
};

/** ISO/IEC 7812. */
export const luhn: CheckDigit = (serial, check) => {
  const sum = figures(serial)
    .toReversed()
    .reduce((all, figure, index) => all + (index % 2 === 0 ? Math.floor(figure / 5) + ((figure * 2) % 10) : figure), 0);
  return (10 - (sum % 10)) % 10 === Number(check);
};

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** ISO/IEC 7064, modulus 37 over 36 signs. */
export const iso7064: CheckDigit = (serial, check) => {
  const carry = [...serial].reduce((rest, sign) => {
    const sum = (rest + ALPHABET.indexOf(sign)) % 36 || 36;
    return (sum * 2) % 37;
  }, 36);
  return ALPHABET[(37 - carry) % 36] === check;
};
