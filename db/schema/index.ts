export * from "./channels";
export * from "./files";
export * from "./history";
export * from "./imports";
export * from "./jobs";
export * from "./orders";
export * from "./people";
export * from "./returns";
