import { readFileSync } from "node:fs";
import { complain } from "./checks/complain";
import { belowFloor, type LockFile, missingOptionals } from "./checks/lock-file";

const lock: LockFile = JSON.parse(readFileSync("package-lock.json", "utf8"));
complain([...missingOptionals(lock), ...belowFloor(lock)]);
