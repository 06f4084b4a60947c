/** What a text to a buyer may name, in braces; the words for them are in `templates.variables`. */
export const VARIABLES = [
  "buyerName",
  "itemName",
  "orderNumber",
  "shopName",
  "returnNumber",
  "rma",
  "returnAddress",
  "instructions",
  "reason",
  "comment",
  "sendBackBy",
  "returnCost",
  "refundAmount",
  "refundedOn",
] as const;
export type Variable = (typeof VARIABLES)[number];
export type VariableValues = Record<Variable, string>;

const isVariable = (name: string): name is Variable => VARIABLES.some((known) => known === name);

/**
 * A text with its variables replaced. What else stands in braces stays as it is, and a value that holds braces is never
 * read again. A line that is nothing but a variable without a value goes, with the empty lines after it.
 */
export function fillTemplate(text: string, values: VariableValues): string {
  const kept = text.replace(/^\{([A-Za-z]+)\}[^\S\n]*(?:\r?\n|$)(?:[^\S\n]*\r?\n)*/gm, (line, name: string) =>
    isVariable(name) && values[name] === "" ? "" : line,
  );
  return kept.replace(/\{([A-Za-z]+)\}/g, (word, name: string) => (isVariable(name) ? values[name] : word));
}

/** Words in braces that are no variable: the buyer would read them with their braces. */
export const unknownVariables = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{([A-Za-z]+)\}/g)].flatMap(([, name = ""]) => (isVariable(name) ? [] : [name]))),
];
