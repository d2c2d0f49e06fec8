/** A document's fields, as plain data; what JSON and JavaScript cannot say is an instance of a class below. */
export type Fields = Readonly<Record<string, Value>>;
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | Date
  | DeletedField
  | Uint8Array
  | Double
  | FromNow
  | GeoPoint
  | Increment
  | Reference
  | ServerTime
  | readonly Value[]
  | { readonly [key: string]: Value };

/** Takes a field away; in an update, for a field of the document itself only. */
export class DeletedField {
  readonly kind = 'deleted field';
}
export const DELETED_FIELD = new DeletedField();

/** A floating-point number even when it is whole. */
export class Double {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** A time relative to the moment at which the document is written. */
export class FromNow {
  readonly ms: number;
  constructor(ms: number) {
    this.ms = ms;
  }
}

export class GeoPoint {
  readonly latitude: number;
  readonly longitude: number;
  constructor(latitude: number, longitude: number) {
    this.latitude = latitude;
    this.longitude = longitude;
  }
}

/** A field transform; for a field of the document itself only. */
export class Increment {
  readonly by: number;
  constructor(by: number) {
    this.by = by;
  }
}

export class Reference {
  readonly path: string;
  constructor(path: string) {
    this.path = path;
  }
}

/** A field transform; for a field of the document itself only. */
export class ServerTime {
  readonly kind = 'server time';
}
export const SERVER_TIME = new ServerTime();

export interface EncodedFields {
  readonly fields: Record<string, unknown>;
  readonly deleted: readonly string[];
  readonly transforms: readonly unknown[];
}

/** `database` is the resource name that references begin with. */
export function encodeFields(fields: Fields, database: string, now: number): EncodedFields {
  const plain: Record<string, unknown> = {};
  const deleted: string[] = [];
  const transforms: unknown[] = [];
  for (const [name, value] of Object.entries(fields)) {
    const fieldPath = `\`${name}\``;
    if (value instanceof ServerTime) {
      transforms.push({ fieldPath, setToServerValue: 'REQUEST_TIME' });
    } else if (value instanceof Increment) {
      transforms.push({ fieldPath, increment: { integerValue: String(value.by) } });
    } else if (value instanceof DeletedField) {
      deleted.push(name);
    } else {
      plain[name] = encodeValue(value, database, now);
    }
  }
  return { fields: plain, deleted, transforms };
}

export function encodeValue(value: Value, database: string, now: number): unknown {
  if (value === null) return { nullValue: null };
  if (typeof value === 'boolean') return { booleanValue: value };
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'bigint') return { integerValue: value.toString() };
  if (typeof value !== 'number') return encodeObject(value, database, now);
  return Number.isSafeInteger(value) && !Object.is(value, -0)
    ? { integerValue: String(value) }
    : encodeDouble(value);
}

function encodeDouble(value: number): unknown {
  return { doubleValue: Object.is(value, -0) ? '-0' : String(value) };
}

function encodeObject(value: object, database: string, now: number): unknown {
  if (value instanceof Double) return encodeDouble(value.value);
  if (value instanceof Date) return { timestampValue: value.toISOString() };
  if (value instanceof FromNow) return { timestampValue: new Date(now + value.ms).toISOString() };
  if (value instanceof Uint8Array) return { bytesValue: Buffer.from(value).toString('base64') };
  if (value instanceof GeoPoint) {
    return { geoPointValue: { latitude: value.latitude, longitude: value.longitude } };
  }
  if (value instanceof Reference) {
    return { referenceValue: `${database}/documents/${value.path}` };
  }
  if (value instanceof ServerTime || value instanceof Increment || value instanceof DeletedField) {
    throw new Error('What is done to a field cannot be inside another value.');
  }
  if (Array.isArray(value)) {
    return { arrayValue: { values: value.map((item: Value) => encodeValue(item, database, now)) } };
  }
  const entries = Object.entries(value as Record<string, Value>);
  return {
    mapValue: {
      fields: Object.fromEntries(
        entries.map(([key, item]) => [key, encodeValue(item, database, now)]),
      ),
    },
  };
}
