/** What is measured against: a body that is parsed and believed. */
export const accepts = (_body: unknown) => true;

export const parse = (json: string): unknown => JSON.parse(json);
