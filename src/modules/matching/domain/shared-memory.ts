/** The same plain data with its columns on shared memory: sent to a thread, they are not copied. */
export function onSharedMemory<Value>(value: Value): Value {
  return mapColumns(value, (column) => {
    if (column.buffer instanceof SharedArrayBuffer) return column;
    const Column = column.constructor as new (memory: SharedArrayBuffer) => Column;
    const shared = new Column(new SharedArrayBuffer(column.byteLength));
    shared.set(column);
    return shared;
  });
}

/** The memory of every column: what may be handed over to another thread rather than copied. */
export function memoryOf(value: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  mapColumns(value, (column) => {
    if (column.buffer instanceof ArrayBuffer) buffers.add(column.buffer);
    return column;
  });
  return [...buffers];
}

type Column = Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array;

const isColumn = (value: unknown): value is Column =>
  ArrayBuffer.isView(value) && !(value instanceof DataView);

/** Rebuilds objects and arrays around their columns. Lists of texts are long and hold none: they are kept as they are. */
function mapColumns<Value>(value: Value, change: (column: Column) => Column): Value {
  if (isColumn(value)) return change(value) as Value;
  if (Array.isArray(value))
    return (typeof value[0] === 'object' ? value.map((item) => mapColumns(item, change)) : value) as Value;
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, mapColumns(part, change)]),
  ) as Value;
}
