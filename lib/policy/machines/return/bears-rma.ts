/** Marketplaces that know no RMA: a return is found there by its order and dispute. */
const WITHOUT_RMA: readonly string[] = ["aliexpress"];

export const bearsRma = (marketplace: string): boolean => !WITHOUT_RMA.includes(marketplace);
