import { readFileSync } from "node:fs";
import { complain } from "./checks/complain";
import { type Messages, messageDifferences } from "./checks/messages";

const read = (locale: string): [string, Messages] => [
  locale,
  JSON.parse(readFileSync(`lib/i18n/messages/${locale}.json`, "utf8")),
];

complain(messageDifferences(read("en"), read("zh-CN")));
