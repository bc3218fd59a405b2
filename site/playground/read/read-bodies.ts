import { type BodyIn, bodiesIn } from "../../../src/cli/input/bodies-in.js";
import { type Document, documentReader } from "../../../src/cli/input/documents.js";

/** A body, and where it stands. What is not JSON is its text. */
export interface Body extends BodyIn {
  /** The JSON document that it stands in. */
  text: string;
  /** Number of the document's first line. */
  line: number;
}

/** The bodies of a text, as the command line reads them, except that what is not JSON is a body of its own. */
export function readBodies(input: string): Body[] {
  const text = input.replace(/^\uFEFF/, "");
  const documents: Document[] = [];
  const { push, end } = documentReader(false, (document) => documents.push(document));
  for (const [index, line] of text.split("\n").entries()) push({ text: line, number: index + 1, isUtf8: true });
  end();
  return isOneThing(text, documents) ? [{ body: text, path: [], text, line: 1 }] : documents.flatMap(bodiesOf);
}

/** A web page, a command, a table or a whole request has lines, and not a body on each. */
function isOneThing(text: string, documents: Document[]): boolean {
  if (documents.length < 2) return false;
  return isRequest(text) || documents.every(({ value }) => typeof value !== "object");
}

/** `POST /path HTTP/1.1`, then headers. */
export function isRequest(text: string): boolean {
  return /^\s*[A-Z]+ \S+ HTTP\//.test(text);
}

function bodiesOf({ text, line, value }: Document): Body[] {
  const found = value === undefined ? [{ body: text, path: [] }] : bodiesIn(value);
  return found.map((body) => ({ ...body, text, line }));
}
