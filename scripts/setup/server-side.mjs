import { register } from "node:module";
import "tsx";

/** Loaded before a script: it may import TypeScript, and what Next marks as server code it may import as well. */
const hook = `export const resolve = (name, context, next) =>
  name === "server-only" ? { url: "data:text/javascript,", format: "module", shortCircuit: true } : next(name, context);`;

register(`data:text/javascript,${encodeURIComponent(hook)}`);
