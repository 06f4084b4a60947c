const KEPT_AT_MOST = 20_000;

/** A pure answer that is asked for again and again, kept by what was asked; forgotten altogether when it is too much. */
export function remembered<Key extends string | number, Value extends string | number | null>(
  ask: (key: Key) => Value,
): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= KEPT_AT_MOST) known.clear();
    const value = ask(key);
    known.set(key, value);
    return value;
  };
}

/** What follows from an object that nobody changes in place, worked out once and kept as long as the object itself. */
export function derived<Of extends object, Value extends object>(make: (of: Of) => Value): (of: Of) => Value {
  const known = new WeakMap<Of, Value>();
  return (of) => {
    const found = known.get(of);
    if (found !== undefined) return found;
    const value = make(of);
    known.set(of, value);
    return value;
  };
}
