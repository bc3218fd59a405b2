/** By tool: from a schema and its dialect to a function that says whether a body is valid. */
import { Validator } from "@cfworker/json-schema";
import { validator as schemasafe } from "@exodus/schemasafe";
import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import "@hyperjump/json-schema/draft-07";
import Ajv07 from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import Ajv04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import djv from "djv";
import ZSchema from "z-schema";
import * as zod from "zod";

export const compilers = {
  ajv(schema, dialect) {
    const Ajv = { "2020-12": Ajv2020, "draft-07": Ajv07, "draft-04": Ajv04 }[dialect].default;
    return addFormats.default(new Ajv()).compile(schema);
  },
  async "@hyperjump/json-schema"(schema) {
    registerSchema(schema);
    const check = await validate(schema.$id);
    return (body) => check(body).valid;
  },
  // By default it refuses keywords that change no verdict, such as a `pattern` beside a `const`.
  "@exodus/schemasafe": (schema) => schemasafe(schema, { allowUnusedKeywords: true }),
  "@cfworker/json-schema"(schema, dialect) {
    const validator = new Validator(schema, { "2020-12": "2020-12", "draft-07": "7", "draft-04": "4" }[dialect]);
    return (body) => validator.validate(body).valid;
  },
  "z-schema"(schema) {
    const validator = new ZSchema();
    return (body) => validator.validate(body, schema);
  },
  djv(schema) {
    const validator = new djv({ version: "draft-04" });
    validator.addSchema("body", schema);
    return (body) => validator.validate("body", body) === undefined;
  },
  // It has no answer for a schema that it refuses.
  zod(schema) {
    try {
      const type = zod.fromJSONSchema(schema);
      return (body) => type.safeParse(body).success;
    } catch (error) {
      if (!/not supported in Zod/.test(error.message)) throw error;
      return undefined;
    }
  },
};
