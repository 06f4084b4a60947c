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
    return mine === theirs
      ? []
      : [`${key} takes ${mine || "nothing"} in ${nameA} and ${theirs || "nothing"} in ${nameB}`];
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

/** The names a message is given, tags as `<b>`, sorted. Chinese has no plural, so how an argument is used may differ. */
function argumentsOf(text: string): string {
  try {
    return [...new Set(names(parse(text)))].sort().join(", ");
  } catch (error) {
    return `what cannot be parsed (${error instanceof Error ? error.message : error})`;
  }
}

function names(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`, ...names(element.children)];
    if (element.type === TYPE.select || element.type === TYPE.plural) {
      return [element.value, ...Object.values(element.options).flatMap((option) => names(option.value))];
    }
    return [element.value];
  });
}
