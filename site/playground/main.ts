import { byId, element } from "./elements.js";
import { show } from "./show.js";
import type { Answer } from "./worker.js";
import ReadingWorker from "./worker.ts?worker&inline";

/** A text area lays out all that it holds, so it gets only the start of a longer text. */
const LONGEST = 500_000;

const area = byId<HTMLTextAreaElement>("body");
const picker = byId<HTMLSelectElement>("example");
const files = byId<HTMLInputElement>("file");
const examples = import.meta.glob<string>("../../examples/payloads/*.json", { query: "?raw", import: "default" });
// Made here and not loaded: a worker from a blob inherits this page's content security policy.
const worker = new ReadingWorker();
let asked = 0;

function read(text: string): void {
  asked++;
  byId("summary").textContent = "Reading…";
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

worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
  if (data.id === asked) show(data);
});
area.addEventListener("input", () => read(area.value));
area.addEventListener("paste", (event) => {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (text.length <= LONGEST && !area.readOnly) return;
  event.preventDefault();
  put(text);
});
area.addEventListener("dragover", (event) => {
  event.preventDefault();
  area.classList.add("dropping");
});
area.addEventListener("dragleave", () => area.classList.remove("dropping"));
area.addEventListener("drop", async (event) => {
  const [file] = event.dataTransfer?.files ?? [];
  area.classList.remove("dropping");
  if (!file) return;
  event.preventDefault();
  put(await file.text());
});
files.addEventListener("change", async () => {
  if (files.files?.[0]) put(await files.files[0].text());
});
picker.append(...Object.keys(examples).map((path) => element("option", path.replace(/^.*\/|\.json$/g, ""))));
picker.addEventListener("change", async () => {
  const load = examples[`../../examples/payloads/${picker.value}.json`];
  if (load) put(await load());
});

const theme = localStorage.getItem("vitepress-theme-appearance");
if (theme === "light" || theme === "dark") document.documentElement.style.colorScheme = theme;
