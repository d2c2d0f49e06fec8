import type { QueryFilter, QuerySpec } from '@plaza/shared/query-spec';

/** What the listening and the lite SDK have in common; each takes its own classes only. */
export interface QuerySdk<Constraint, FieldPath> {
  documentId(): FieldPath;
  limit(limit: number): Constraint;
  orderBy(field: string | FieldPath, direction: 'asc' | 'desc'): Constraint;
  startAfter(...values: unknown[]): Constraint;
  readonly Timestamp: new (seconds: number, nanoseconds: number) => unknown;
  where(field: string, operator: QueryFilter['operator'], value: QueryFilter['value']): Constraint;
}

/** What a query asks of its collection, in the order in which the SDK takes it. */
export function constraintsFrom<Constraint, FieldPath>(
  spec: QuerySpec,
  sdk: QuerySdk<Constraint, FieldPath>,
): Constraint[] {
  const filters = spec.filters.map(({ field, operator, value }) =>
    sdk.where(field, operator, value),
  );
  const order = spec.orderBy.map(({ field, direction }) => sdk.orderBy(field, direction));
  if (spec.startAfter === undefined) return [...filters, ...order, sdk.limit(spec.limit)];
  const { createdAt, messageId } = spec.startAfter;
  return [
    ...filters,
    ...order,
    sdk.orderBy(sdk.documentId(), spec.orderBy.at(-1)?.direction ?? 'asc'),
    // The other SDK may have read it.
    sdk.startAfter(new sdk.Timestamp(createdAt.seconds, createdAt.nanoseconds), messageId),
    sdk.limit(spec.limit),
  ];
}
