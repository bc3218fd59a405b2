import type { Language } from "../harness/language.js";

// Without a locale Ruby takes files for ASCII.
const interpreter = ["ruby", "-EUTF-8"];

export const ruby: Language = {
  name: "Ruby",
  folder: "ruby",
  toolchain: {
    ruby: ["ruby", "--version"],
    json_schemer: ["ruby", "-e", "require 'set'; require 'json_schemer'"],
  },
  prepare: ({ copyPageSchema }) => copyPageSchema("draft-07"),
  validators: ({ run }) => [
    {
      tool: "json_schemer",
      version: run("ruby", "-e", "require 'set'; require 'json_schemer'; print JSONSchemer::VERSION"),
      dialects: ["draft-07"],
      command: () => [...interpreter, "validate.rb"],
    },
  ],
  page: { page: "ruby.md", source: "receive.rb", command: [...interpreter, "receive.rb"] },
};
