import { pathToFileURL } from "node:url";
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

// A thread of its own reads the sources as they are: what a bundler has made of the caller is not to be had here.
register();
await import(pathToFileURL(workerData.work).href);
