/** The little of playwright-core that the tests use: it is installed in site/ alone. */
export interface Browser {
  newPage(options?: object): Promise<Page>;
}

export interface Page {
  setContent(html: string): Promise<void>;
  goto(url: string, options?: object): Promise<unknown>;
  fill(selector: string, text: string): Promise<void>;
  press(selector: string, key: string): Promise<void>;
  click(selector: string): Promise<void>;
  selectOption(selector: string, value: string): Promise<unknown>;
  setInputFiles(selector: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void>;
  textContent(selector: string): Promise<string | null>;
  innerText(selector: string): Promise<string>;
  evaluate<Result>(script: string): Promise<Result>;
  waitForSelector(selector: string, options?: object): Promise<unknown>;
  addScriptTag(options: { content: string }): Promise<unknown>;
  screenshot(options: { path: string; fullPage?: boolean }): Promise<unknown>;
  workers(): { evaluate<Result>(script: string): Promise<Result> }[];
  on(event: "request", listener: (request: { url(): string }) => void): void;
  on(event: "pageerror", listener: (error: Error) => void): void;
  on(event: "console", listener: (message: { type(): string; text(): string }) => void): void;
  setViewportSize(size: { width: number; height: number }): Promise<void>;
  emulateMedia(options: { media: string }): Promise<void>;
  keyboard: { press(key: string): Promise<void> };
  close(): Promise<void>;
}
