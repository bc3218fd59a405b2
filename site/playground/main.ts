import { jsonOf } from "../../src/json/text.js";
import { byId, element } from "./elements.js";
import { samples } from "./samples.js";
import { type Actions, say, show } from "./show.js";
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
let waiting: string | undefined;
let isReading = false;

/** The worker reads one text at a time; of those that come meanwhile, the last. */
function read(text: string): void {
  asked++;
  say(text.length > 1e6 ? `Reading ${Math.round(text.length / 1e6)} MB…` : "Reading…", { keep: true });
  waiting = text;
  if (!isReading) next();
}

function next(): void {
  isReading = waiting !== undefined;
  if (isReading) worker.postMessage({ id: asked, text: waiting });
  waiting = undefined;
}

const actions: Actions = {
  put(text) {
    put(text);
    forgetExample();
  },
  select({ offset, length, line }) {
    // The document may be one of several lines: its own first line is where the search begins.
    const start = area.value.split("\n", line - 1).join("\n").length;
    const at = Math.max(start, offset);
    area.focus();
    area.setSelectionRange(at, at + length);
  },
};

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
  say(`Reading ${(file.size / 1e6).toFixed(1)} MB…`, { keep: true });
  forgetExample();
  bringIntoSight();
  try {
    put(new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer()));
  } catch (error) {
    asked++;
    say(error instanceof TypeError ? `${file.name} is not UTF-8.` : `${file.name} cannot be read: ${error}`);
  }
}

worker.addEventListener("message", ({ data }: MessageEvent<Message>) => {
  next();
  if (data.id !== asked) return;
  document.documentElement.dataset.read = String(data.id);
  if ("answer" in data) show(data.answer, actions);
  else say(`This text cannot be read: ${data.failure}`);
});
worker.addEventListener("error", ({ message }) => {
  next();
  say(`This text cannot be read: ${message || "the worker failed"}`);
});

area.addEventListener("input", () => {
  forgetExample();
  read(area.value);
});
area.addEventListener("paste", (event) => {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  bringIntoSight();
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

const names = Object.keys(examples).map((path) => path.replace(/^.*\/|\.json$/g, ""));
for (const event of new Set(names.map((name) => name.split(".")[0]!))) {
  const own = names.filter((name) => name.split(".")[0] === event).sort();
  const group = element("optgroup", ...own.map((name) => optionOf(name, event)));
  group.label = event.replaceAll("-", "_").toUpperCase();
  picker.append(group);
}
picker.addEventListener("change", () => {
  if (picker.value) void open(picker.value);
});
for (const chip of document.querySelectorAll<HTMLElement>("[data-sample]"))
  chip.addEventListener("click", () => void open(chip.dataset.sample!));
byId("format").addEventListener("click", () => {
  const value = jsonOf(area.value);
  if (value === undefined || area.readOnly) return;
  area.value = JSON.stringify(value, null, 2);
  read(area.value);
});
addEventListener("hashchange", () => void openAddress());
void openAddress();

function optionOf(name: string, event: string): HTMLOptionElement {
  const option = element("option", name === event ? name : name.replace(`${event}.`, "… "));
  option.value = name;
  return option;
}

/** The address names an example, and never holds a body. */
async function openAddress(): Promise<void> {
  await open(new URLSearchParams(location.hash.slice(1)).get("example") ?? "wrong");
}

async function open(name: string): Promise<void> {
  const load = examples[`../../examples/payloads/${name}.json`];
  const text = samples[name] ?? (await load?.());
  if (text === undefined) return;
  put(text);
  picker.options[0]!.text = "a sample";
  picker.value = load ? name : "";
  for (const chip of document.querySelectorAll<HTMLElement>("[data-sample]"))
    chip.ariaPressed = String(chip.dataset.sample === name);
  if (location.hash || name !== "wrong") history.replaceState(null, "", `#example=${name}`);
}

function forgetExample(): void {
  picker.options[0]!.text = "edited";
  picker.value = "";
  for (const chip of document.querySelectorAll<HTMLElement>("[data-sample]")) chip.ariaPressed = "false";
  history.replaceState(null, "", location.pathname);
}

/** On a phone the result stands below the text. */
function bringIntoSight(): void {
  if (!matchMedia("(max-width: 960px)").matches) return;
  requestAnimationFrame(() => byId("result-heading").scrollIntoView());
}

const { classList } = document.documentElement;
dark.ariaChecked = String(classList.contains("dark"));
dark.addEventListener("click", () => {
  const isDark = classList.toggle("dark");
  dark.ariaChecked = String(isDark);
  localStorage.setItem("vitepress-theme-appearance", isDark ? "dark" : "light");
});
