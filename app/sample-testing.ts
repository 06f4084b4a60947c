import { z } from "zod";
import { newId } from "@/lib/kernel/ids";

type Node = {
  type?: string;
  format?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Node[];
  oneOf?: Node[];
  allOf?: Node[];
  properties?: Record<string, Node>;
  required?: string[];
  items?: Node;
  minimum?: number;
  minLength?: number;
  default?: unknown;
};

/** Asked with the name of a field and the way to it; undefined where it does not care. */
export type Choose = (name: string, way: string) => unknown;

const nodeOf = (schema: z.ZodType): Node =>
  z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" }) as Node;

/**
 * A value that a schema takes: the least of each, every field that may be given, and what is chosen by its name. Of
 * several shapes it has the one that goes `toward` a field.
 */
export function sampleOf(schema: z.ZodType, choose: Choose, toward = ""): unknown {
  const leads = (node: Node, name: string, way: string): boolean =>
    waysIn(node, name, way).some((found) => found.way === toward);
  const madeOf = (node: Node, name: string, way: string): unknown => {
    const chosen = choose(name, way);
    if (chosen !== undefined) return chosen;
    if (node.const !== undefined) return node.const;
    if (node.enum) return node.enum[0];
    const shapes = (node.anyOf ?? node.oneOf ?? []).filter(({ type }) => type !== "null");
    const shape = shapes.find((each) => leads(each, name, way)) ?? shapes[0];
    if (shape) return madeOf(shape, name, way);
    if (node.allOf) return Object.assign({}, ...node.allOf.map((part) => madeOf(part, name, way)));
    switch (node.type) {
      case "object":
        return Object.fromEntries(
          Object.entries(node.properties ?? {}).map(([key, each]) => [key, madeOf(each, key, `${way}.${key}`)]),
        );
      case "array":
        return node.items ? [madeOf(node.items, name, `${way}[]`)] : [];
      case "integer":
      case "number":
        return node.minimum !== undefined && node.minimum > -1e9 ? node.minimum : 1;
      case "boolean":
        return false;
      case "string":
        return textOf(node);
      default:
        return null;
    }
  };
  return madeOf(nodeOf(schema), "", "");
}

function textOf({ format, minLength = 1 }: Node): string {
  if (format === "uuid") return newId();
  if (format === "date-time") return "2026-11-20T12:00:00Z";
  if (format === "date") return "2026-11-20";
  return "x".repeat(minLength);
}

type Id = { name: string; way: string };

/** A field is an id by its kind, or by its name where a form lets it say something else as well. */
const isIdField = ({ format, type }: Node, name: string): boolean =>
  format === "uuid" || (type === "string" && name.endsWith("Id"));

function waysIn(node: Node, name: string, way: string): Id[] {
  const shapes = [...(node.anyOf ?? []), ...(node.oneOf ?? []), ...(node.allOf ?? [])];
  return [
    ...(isIdField(node, name) ? [{ name, way }] : []),
    ...shapes.flatMap((each) => waysIn(each, name, way)),
    ...Object.entries(node.properties ?? {}).flatMap(([key, each]) => waysIn(each, key, `${way}.${key}`)),
    ...(node.items ? waysIn(node.items, name, `${way}[]`) : []),
  ];
}

/** Where in a schema ids stand: the name of the field, and the way to it. */
export function idsIn(schema: z.ZodType): Id[] {
  const found = waysIn(nodeOf(schema), "", "");
  return found.filter(({ way }, place) => found.findIndex((other) => other.way === way) === place);
}
