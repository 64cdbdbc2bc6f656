/** What the service refuses with, and what it says then: the codes and words of Azurite, and so mostly of Azure. */
const ERRORS = {
  AuthorizationFailure: [403, 'Server failed to authenticate the request.'],
  CommandsInBatchActOnDifferentPartitions: [
    400,
    'All commands in a batch must operate on same entity group.',
  ],
  EntityAlreadyExists: [409, 'The specified entity already exists.'],
  EntityTooLarge: [400, 'The entity is larger than the maximum allowed size (1MB).'],
  InvalidDuplicateRow: [400, 'An entity can appear only once in a batch.'],
  InvalidInput: [400, 'An error occurred while processing this request.'],
  InvalidResourceName: [400, 'The specified resource name contains invalid characters.'],
  MissingRequiredHeader: [400, 'A required HTTP header was not specified.'],
  NotImplemented: [501, 'The requested operation is not implemented on the specified resource.'],
  PropertiesNeedValue: [400, 'The values are not specified for all properties in the entity.'],
  PropertyValueTooLarge: [400, 'The property value exceeds the maximum allowed size (64KB).'],
  RequestBodyTooLarge: [
    413,
    'The request body is too large and exceeds the maximum permissible limit.',
  ],
  ResourceNotFound: [404, 'The specified resource does not exist.'],
  TableAlreadyExists: [409, 'The table specified already exists.'],
  TableNameEmpty: [400, 'The specified table name is empty.'],
  TableNotFound: [404, 'The table specified does not exist.'],
  TooManyProperties: [400, 'The entity contains more properties than allowed.'],
  UpdateConditionNotSatisfied: [
    412,
    'The update condition specified in the request was not satisfied.',
  ],
} as const satisfies Record<string, readonly [status: number, says: string]>;

export type Code = keyof typeof ERRORS;

/** Ends the working out of a request: nothing of it is done. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly code: Code;

  constructor(code: Code, says: string = ERRORS[code][1]) {
    super(says);
    this.code = code;
    [this.status] = ERRORS[code];
  }

  /** As the client reads it. `nth`: which operation of a transaction it was, from 0. */
  body(requestId: string, nth?: number): string {
    const which = nth === undefined ? '' : `${nth}:`;
    const value = `${which}${this.message}\nRequestId:${requestId}\nTime:${new Date().toISOString()}`;
    return JSON.stringify({
      'odata.error': { code: this.code, message: { lang: 'en-US', value } },
    });
  }
}
