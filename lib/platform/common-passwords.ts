const WORDS =
  "password passw0rd pass admin administrator welcome letmein qwerty qwertyuiop qwertz azerty asdfghjkl zxcvbnm iloveyou " +
  "monkey dragon football baseball basketball superman batman princess sunshine shadow master login access secret changeme " +
  "trustno1 whatever starwars computer internet samsung google amazon aliexpress homeward returns seller test testing guest " +
  "user root default temp hello freedom michael jordan charlie ashley jennifer hunter woaini wodemima mima zhongguo 5201314 " +
  "1qaz2wsx 1q2w3e4r 1q2w3e4r5t qazwsx abc abcd abcdef abc123 a1b2c3 p@ssword p@ssw0rd";

// Longest first, so that `password` is taken out before `pass`.
const COMMON = WORDS.split(" ").sort((a, b) => b.length - a.length);
const ROWS = ["0123456789012345678901234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm"];
const RUNS = ROWS.flatMap((row) => [row, [...row].reverse().join("")]);

const isRun = (text: string): boolean => text.length >= 3 && RUNS.some((row) => row.includes(text));

/**
 * Whether a long password is still among the first guesses: few different characters, a run along the keyboard, or
 * nothing beyond common words, the person's own address, digits and runs.
 */
export function isCommonPassword(password: string, email: string): boolean {
  const text = password.toLowerCase();
  if (new Set(text).size < 5 || isRun(text)) return true;
  const own = [email, ...email.split(/[@.]/)].filter((part) => part.length >= 3);
  const left = [...own, ...COMMON].reduce((rest, word) => rest.replaceAll(word, " "), text);
  return left.split(/[\s\d._!?@#$%^&*+-]+/).every((part) => part.length < 3 || isRun(part));
}
