import { register } from "tsx/esm/api";

// A thread of its own reads the sources as they are: what a bundler has made of the caller is not to be had here.
register();
await import("./draw-in-thread.tsx");
