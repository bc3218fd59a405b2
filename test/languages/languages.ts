import { csharp } from "./csharp/language.js";
import { generatedOnly } from "./generated-only.js";
import { go } from "./go/language.js";
import type { Language } from "./harness/language.js";
import { java } from "./java/language.js";
import { javascript } from "./javascript/language.js";
import { kotlin } from "./kotlin/language.js";
import { openApiLanguages } from "./openapi/languages.js";
import { php } from "./php/language.js";
import { python } from "./python/language.js";
import { ruby } from "./ruby/language.js";
import { rust } from "./rust/language.js";

/** JavaScript comes first: it runs quicktype for the others. */
export const languages: Language[] = [
  ...[javascript, python, go, rust, java, kotlin, csharp, php, ruby],
  ...generatedOnly,
  ...openApiLanguages,
];
