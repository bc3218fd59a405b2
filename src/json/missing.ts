/** A global that not every environment has. */
export function globalNamed<Name extends keyof typeof globalThis>(name: Name): (typeof globalThis)[Name] {
  if (globalThis[name] === undefined) throw new MissingGlobal(name);
  return globalThis[name];
}

/** A fault of the environment and not of the body: jsdom, for example, lacks much of what Node and browsers have. */
export class MissingGlobal extends TypeError {
  readonly #isMissing = true;

  constructor(name: string) {
    super(`this environment has no ${name}; for a test in Jest's jsdom, write @jest-environment node`);
  }

  /** Whether a value is such an error. Not `instanceof`: what a body's getter throws may be a proxy that throws in turn. */
  static is(value: unknown): value is MissingGlobal {
    return typeof value === "object" && value !== null && #isMissing in value;
  }
}
