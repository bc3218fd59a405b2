/** A fault of the environment and not of the body: jsdom, for example, lacks much of what Node and browsers have. */
export class MissingGlobal extends TypeError {
  constructor(name: string) {
    super(`this environment has no ${name}; for a test in Jest's jsdom, write @jest-environment node`);
  }
}
