import { answerTasks } from "../threads/answer-tasks";
import { readSkuFile } from "./read-sku-file";

answerTasks((file: Uint8Array) => readSkuFile(Buffer.from(file)));
