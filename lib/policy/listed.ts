/** SKUs and categories are typed by people and by marketplaces: case and outer spaces do not tell them apart. */
export const plainName = (name: string): string => name.trim().toLowerCase();

export const isListed = (name: string | null, list: readonly string[]): boolean =>
  name !== null && list.some((listed) => plainName(listed) === plainName(name));
