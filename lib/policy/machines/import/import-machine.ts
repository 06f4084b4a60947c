import { type InputOf, machineOf } from "../machine";
import { check } from "./check";
import { discard } from "./discard";
import { fail } from "./fail";
import { finish } from "./finish";
import { map } from "./map";
import type { ImportWords } from "./move";
import { read } from "./read";
import { run } from "./run";
import { undo } from "./undo";

/** What can happen to an import; the worker and the person at the screen take the same moves. */
export const importMachine = machineOf<ImportWords>()({ check, map, read, run, finish, fail, undo, discard });

type Moves = typeof importMachine.moves;
export type ImportMove = keyof Moves;

/** One move as somebody asks for it. */
export type ImportRequest = {
  [Name in ImportMove]: string extends keyof InputOf<Moves[Name]>
    ? { move: Name }
    : { move: Name } & InputOf<Moves[Name]>;
}[ImportMove];
