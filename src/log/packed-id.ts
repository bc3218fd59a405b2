const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** An id as a key of a map of a million: a UUID in 8 characters of 16 bits instead of 36, any other text as it is. */
export function packedId(id: string): string {
  if (!uuid.test(id)) return id;
  const parts = id.replaceAll("-", "").match(/.{4}/g)!;
  return String.fromCharCode(...parts.map((digits) => Number.parseInt(digits, 16)));
}
