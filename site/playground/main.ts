import { byId, element } from "./elements.js";
import { say, show } from "./show.js";
import type { Message } from "./worker.js";
import ReadingWorker from "./worker.ts?worker&inline";

/** A text area lays out all that it holds, so it gets only the start of a longer text. */
const LONGEST = 500_000;

const area = byId<HTMLTextAreaElement>("body");
const picker = byId<HTMLSelectElement>("example");
const files = byId<HTMLInputElement>("file");
const dark = byId("dark");
const examples = import.meta.glob<string>("../../examples/payloads/*.json", { query: "?raw", import: "default" });
// Made here and not loaded: a worker from a blob inherits this page's content security policy.
const worker = new ReadingWorker();
let asked = 0;

function read(text: string): void {
  asked++;
  say("Reading…");
  worker.postMessage({ id: asked, text });
}

function put(text: string): void {
  area.value = text.slice(0, LONGEST);
  const isCut = text.length > LONGEST;
  area.readOnly = isCut;
  byId("size").textContent = isCut
    ? `${(text.length / 1e6).toFixed(1)} million characters: all are read, the start is shown. Choose or paste another text to replace it.`
    : "";
  read(text);
}

async function putFile(file: File): Promise<void> {
  try {
    put(new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()));
  } catch (error) {
    asked++;
    say(error instanceof TypeError ? `${file.name} is not UTF-8.` : `${file.name} cannot be read: ${error}`);
  }
}

worker.addEventListener("message", ({ data }: MessageEvent<Message>) => {
  if (data.id !== asked) return;
  if ("answer" in data) show(data.answer);
  else say(`This text cannot be read: ${data.failure}`);
});
worker.addEventListener("error", ({ message }) => say(`This text cannot be read: ${message || "the worker failed"}`));

area.addEventListener("input", () => read(area.value));
area.addEventListener("paste", (event) => {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (text.length <= LONGEST && !area.readOnly) return;
  event.preventDefault();
  put(text);
});

// On the whole page: a file dropped beside the text area would replace the page.
addEventListener("dragover", (event) => {
  event.preventDefault();
  area.classList.add("dropping");
});
addEventListener("dragleave", () => area.classList.remove("dropping"));
addEventListener("drop", (event) => {
  const [file] = event.dataTransfer?.files ?? [];
  area.classList.remove("dropping");
  if (!file) return;
  event.preventDefault();
  void putFile(file);
});
files.addEventListener("change", () => {
  if (files.files?.[0]) void putFile(files.files[0]);
});

picker.append(...Object.keys(examples).map((path) => element("option", path.replace(/^.*\/|\.json$/g, ""))));
picker.addEventListener("change", async () => {
  const load = examples[`../../examples/payloads/${picker.value}.json`];
  if (load) put(await load());
});

const { classList } = document.documentElement;
dark.ariaChecked = String(classList.contains("dark"));
dark.addEventListener("click", () => {
  const isDark = classList.toggle("dark");
  dark.ariaChecked = String(isDark);
  localStorage.setItem("vitepress-theme-appearance", isDark ? "dark" : "light");
});
