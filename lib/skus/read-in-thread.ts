import { answerTasks } from "@/lib/platform/threads/answer-tasks";
import { readSkuFile } from "./read-sku-file";

answerTasks((file: Uint8Array) => readSkuFile(Buffer.from(file)));
