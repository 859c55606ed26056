/** A measure that several signals or windows read: made once for each frame or pair, and forgotten with it. */
export function remembered<View extends object, Value>(make: (view: View) => Value): (view: View) => Value {
  const known = new WeakMap<View, { value: Value }>();
  return (view) => {
    const kept = known.get(view);
    if (kept !== undefined) return kept.value;
    const value = make(view);
    known.set(view, { value });
    return value;
  };
}
