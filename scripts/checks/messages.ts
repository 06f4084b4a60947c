import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";

export type Messages = { [key: string]: string | Messages };

/** What keeps two translations apart: keys only one has, messages that do not parse, arguments only one takes. */
export function messageDifferences(first: [string, Messages], second: [string, Messages]): string[] {
  const [[nameA, a], [nameB, b]] = [first, second].map(([name, messages]) => [name, flatten(messages)] as const) as [
    [string, Map<string, string>],
    [string, Map<string, string>],
  ];
  const missing = (name: string, has: Map<string, string>, wants: Map<string, string>) =>
    [...wants.keys()].filter((key) => !has.has(key)).map((key) => `${name} lacks ${key}`);
  const differing = [...a].flatMap(([key, text]) => {
    const other = b.get(key);
    if (other === undefined) return [];
    const [mine, theirs] = [argumentsOf(text), argumentsOf(other)];
    const lost = [...without(mine.shown, theirs.given), ...without(theirs.shown, mine.given)];
    return lost.length === 0 ? [] : [`${key} takes ${list(mine)} in ${nameA} and ${list(theirs)} in ${nameB}`];
  });
  return [...missing(nameA, a, b), ...missing(nameB, b, a), ...differing];
}

function flatten(messages: Messages, prefix = ""): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === "string" ? [[prefix + key, value] as const] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

/** `given`: every name a message takes, tags as `<b>`. `shown`: those whose value the reader gets to see. */
type Arguments = { given: string[]; shown: string[] };

/** A number that only picks between "has" and "have" is not shown: Chinese has no plural and may do without it. */
function argumentsOf(text: string): Arguments {
  try {
    const elements = parse(text);
    return { given: names(elements, true), shown: names(elements, false) };
  } catch (error) {
    const fault = [`what cannot be parsed (${error instanceof Error ? error.message : error})`];
    return { given: fault, shown: fault };
  }
}

function names(elements: MessageFormatElement[], withPickers: boolean): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...names(element.children, withPickers)];
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return [element.value];
    const branches = Object.values(element.options).map((option) => option.value);
    const isShown = element.type === TYPE.select || branches.flat().some(({ type }) => type === TYPE.pound);
    const own = isShown || withPickers ? [element.value] : [];
    return [...own, ...branches.flatMap((branch) => names(branch, withPickers))];
  });
}

const without = (some: string[], others: string[]): string[] => some.filter((name) => !others.includes(name));

const list = ({ given }: Arguments): string => [...new Set(given)].sort().join(", ") || "nothing";
