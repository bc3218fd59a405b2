/**
 * The same for two values of equal JSON, whatever the order of their keys: 64 bits as 15 letters and digits, the first an
 * `f`. No protection, but enough to tell bodies apart. Linear, and iterative, so that no depth overflows the stack. Users
 * store it, so it must never change.
 */
export function fingerprint(value: unknown): string {
  return `f${half(value, 0x811c9dc5, 0x01000193)}${half(value, 0x9dc5811c, 0x85ebca6b)}`;
}

/** The sum of the hashes of all parts. A sum, because the order of keys does not matter: a hash holds its part's path. */
function half(value: unknown, start: number, prime: number): string {
  let sum = 0;
  const open: [object, number][] = [];
  // Not in JSON, but in a value that never was text: an object that holds itself.
  const seen = new Set<object>();

  function add(part: unknown, path: number): void {
    sum = (sum + spread(hashed(path, kindAndValue(part), prime))) | 0;
    if (typeof part !== "object" || part === null || seen.has(part)) return;
    seen.add(part);
    open.push([part, path]);
  }

  add(value, start);
  for (let next = open.pop(); next; next = open.pop()) {
    const [part, path] = next as [Record<string, unknown>, number];
    for (const key of Object.keys(part)) if (part[key] !== undefined) add(part[key], hashed(path, key, prime));
  }
  return (sum >>> 0).toString(36).padStart(7, "0");
}

function kindAndValue(part: unknown): string {
  if (typeof part !== "object" || part === null) return `${typeof part} ${String(part)}`;
  return Array.isArray(part) ? "array" : "object";
}

/** FNV-1a. The length comes first, so that `a` and `b` are no `ab`. */
function hashed(path: number, text: string, prime: number): number {
  let hash = Math.imul(path ^ text.length, prime);
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), prime);
  return hash;
}

/** The last step of MurmurHash3. Without it, the sum would be the same if two values changed places. */
function spread(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
