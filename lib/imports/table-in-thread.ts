import { answerTasks } from "@/lib/platform/threads/answer-tasks";
import { readSmallTable } from "./read/small-table";

answerTasks(({ name, bytes }: { name: string; bytes: Uint8Array }) => readSmallTable(name, bytes));
