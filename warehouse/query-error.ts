export const queryErrorCodes = ['query_not_readonly', 'query_time_limit', 'query_failed'] as const;
export type QueryErrorCode = (typeof queryErrorCodes)[number];

/** Why a user's query has no answer. */
export class QueryError extends Error {
  override readonly name = 'QueryError';
  readonly code: QueryErrorCode;

  constructor(code: QueryErrorCode, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.code = code;
  }
}
