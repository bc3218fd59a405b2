import { join, resolve } from "node:path";
import { workRoot } from "../harness/schemas.js";
import type { Receiver } from "./receiver.js";
import { failingKey } from "./requests.js";

const python = {
  language: "Python",
  toolchain: { python3: ["python3", "-m", "venv", "--help"] },
  failure: [
    "def handle(event: BaseModel | object, key: str | None) -> None:",
    `    if key == "${failingKey}":\n        raise RuntimeError("not stored")`,
  ],
  environment: { PIP_CONSTRAINT: resolve("test/languages/python/requirements.lock") },
} satisfies Partial<Receiver>;
const flask = { tool: "Flask", pinned: "flask==", page: "python.md" };
const azureFunctions: Pick<Receiver, "tool" | "pinned" | "page" | "instead"> = {
  tool: "Azure Functions",
  pinned: "azure-functions==",
  page: "python-azure-functions.md",
  // The host comes from an address that is not a registry.
  instead: ["func start --port", `python ${resolve("test/languages/python/azure_functions.py")}`],
};

export const receivers: Receiver[] = [
  { ...flask, ...python },
  { ...azureFunctions, ...python },
  {
    language: "Go",
    tool: "net/http",
    pinned: "",
    page: "go.md",
    toolchain: { go: ["go", "version"] },
    formatter: ["gofmt", "-l", "main.go"],
    failure: [
      "func handle(name string, payload []byte, key string) error {",
      `\tif key == "${failingKey}" {\n\t\treturn errors.New("not stored")\n\t}`,
    ],
  },
  {
    language: "Java",
    tool: "the JDK's HttpServer",
    pinned: "",
    page: "java.md",
    toolchain: { java: ["java", "-version"], mvn: ["mvn", "--version"] },
    failure: [
      "    static void handle(String name, JsonNode payload, String key) throws Exception {",
      `        if (key.equals("${failingKey}")) throw new IllegalStateException("not stored");`,
    ],
  },
  {
    language: "Rust",
    tool: "axum",
    pinned: "axum@",
    page: "rust.md",
    toolchain: { cargo: ["cargo", "--version"] },
    failure: [
      "fn handle(name: Option<&str>, payload: Value, key: Option<String>) -> Result<(), Box<dyn Error>> {",
      `    if key.as_deref() == Some("${failingKey}") {\n        return Err("not stored".into());\n    }`,
    ],
    formatter: ["rustfmt", "--check", "--edition", "2024", "src/main.rs"],
    // What the other tools of the language have compiled already.
    environment: { CARGO_TARGET_DIR: join(workRoot, "rust/target") },
  },
];
