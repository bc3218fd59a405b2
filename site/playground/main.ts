import { jsonOf } from "../../src/json/text.js";
import { address } from "./address.js";
import type { Message } from "./read/worker.js";
import ReadingWorker from "./read/worker.ts?worker&inline";
import type { Actions } from "./show/actions.js";
import { darkSwitch } from "./show/dark-switch.js";
import { byId, element } from "./show/elements.js";
import { workspace } from "./show/fact-sheets.js";
import { say, show } from "./show/show.js";
import { exampleNames, textNamed } from "./take-along/samples.js";

/** A text area lays out all that it holds, so it gets only the start of a longer text. */
const LONGEST = 500_000;

const area = byId<HTMLTextAreaElement>("body");
const picker = byId<HTMLSelectElement>("example");
const files = byId<HTMLInputElement>("file");
const chips = document.querySelectorAll<HTMLElement>("[data-sample]");
// Made here and not loaded: a worker from a blob inherits this page's content security policy.
const worker = new ReadingWorker();
let text = "";
let asked = 0;
let waiting: string | undefined;
let isReading = false;

/** The worker reads one text at a time; of those that come meanwhile, the last. */
function read(entered: string): void {
  text = entered;
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
  put(entered) {
    put(entered);
    forgetExample();
  },
  select({ line, column, length }) {
    const before = area.value.split("\n", line - 1).reduce((sum, { length }) => sum + length + 1, 0);
    const start = before + column - 1;
    area.setSelectionRange(start, start + length);
    // Browsers scroll to the selection of a text area only when it gets the focus.
    area.blur();
    area.focus();
  },
  view: {
    get: () => address.get("view"),
    set(view) {
      const example = address.get("example");
      if (example !== undefined) address.set({ example, view });
    },
  },
};

function put(entered: string): void {
  area.value = entered.slice(0, LONGEST);
  const isCut = entered.length > LONGEST;
  area.readOnly = isCut;
  byId("size").textContent = isCut
    ? `${(entered.length / 1e6).toFixed(1)} million characters: all are read, the start is shown. Choose or paste another text to replace it.`
    : "";
  read(entered);
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
  const pasted = event.clipboardData?.getData("text/plain") ?? "";
  bringIntoSight();
  if (pasted.length <= LONGEST && !area.readOnly) return;
  event.preventDefault();
  forgetExample();
  put(pasted);
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

byId("format").addEventListener("click", () => {
  const value = jsonOf(area.value);
  if (value === undefined || area.readOnly) return;
  area.value = JSON.stringify(value, null, 2);
  read(area.value);
});
byId("download").addEventListener("click", () => {
  const link = element("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "body.json";
  link.click();
  URL.revokeObjectURL(link.href);
});

const workspaceField = byId<HTMLInputElement>("workspace");
workspaceField.value = workspace.get();
workspaceField.addEventListener("change", () => {
  workspace.set(workspaceField.value.trim());
  read(text);
});

for (const event of new Set(exampleNames.map((name) => name.split(".")[0]!))) {
  const own = exampleNames.filter((name) => name.split(".")[0] === event).sort();
  const group = element("optgroup", ...own.map((name) => optionOf(name, event)));
  group.label = event.replaceAll("-", "_").toUpperCase();
  picker.append(group);
}
picker.addEventListener("change", () => {
  if (picker.value) void open(picker.value, { isNew: true });
});
for (const chip of chips) chip.addEventListener("click", () => void open(chip.dataset.sample!, { isNew: true }));
addEventListener("hashchange", () => void openAddress());
void openAddress();
darkSwitch(byId("dark"));

function optionOf(name: string, event: string): HTMLOptionElement {
  const option = element("option", name === event ? name : name.replace(`${event}.`, "… "));
  option.value = name;
  return option;
}

async function openAddress(): Promise<void> {
  await open(address.get("example") ?? "wrong");
}

async function open(name: string, { isNew = false } = {}): Promise<void> {
  const entered = await textNamed(name);
  if (entered === undefined) return;
  if (isNew) address.set({ example: name });
  put(entered);
  picker.options[0]!.text = "choose one";
  picker.value = exampleNames.includes(name) ? name : "";
  for (const chip of chips) chip.ariaPressed = String(chip.dataset.sample === name);
}

function forgetExample(): void {
  picker.options[0]!.text = "edited";
  picker.value = "";
  for (const chip of chips) chip.ariaPressed = "false";
  address.set({});
}

/** On a phone the result stands below the text. */
function bringIntoSight(): void {
  if (!matchMedia("(max-width: 960px)").matches) return;
  requestAnimationFrame(() => byId("result-heading").scrollIntoView());
}
