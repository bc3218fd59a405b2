/** AWS SAM takes the page's template and the schemas, and its events reach the handler. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { pascalCase } from "../../../src/catalog/names.js";
import { temporaryFolder } from "../../temporary-folder.js";
import { installed, isMissing } from "../services/servers.js";

const authorization = "Basic bGVhbml4OnNlY3JldA==";

function run(...args: string[]): string {
  const env = { ...process.env, SAM_CLI_TELEMETRY: "0", AWS_DEFAULT_REGION: "eu-central-1" };
  const { status, stdout, stderr } = spawnSync(installed("sam")!, args, {
    cwd: temporaryFolder("sam"),
    encoding: "utf8",
    env,
  });
  expect(status, stdout + stderr).toBe(0);
  return stdout;
}

function validate(template: string, ...options: string[]): void {
  const file = join(temporaryFolder("sam"), "template.yaml");
  writeFileSync(file, template);
  run("validate", "--template", file, ...options);
}

describe.skipIf(isMissing("sam"))("AWS SAM", () => {
  test("the page's template is valid", () => {
    const [, template] = /^```yaml\n(.*?)^```$/ms.exec(readFileSync("docs/platforms/aws-lambda.md", "utf8"))!;
    validate(template!);
    validate(template!, "--lint");
  });

  test("the schemas of events and categories are models of an API", () => {
    const files = readdirSync("schemas/draft-04").filter((file) => !/^webhook-(?:payload|delivery)/.test(file));
    const Models = Object.fromEntries(
      files.map((file) => [
        pascalCase(file.replace(".json", "")),
        JSON.parse(readFileSync(`schemas/draft-04/${file}`, "utf8")),
      ]),
    );
    const Api = { Type: "AWS::Serverless::Api", Properties: { StageName: "prod", Models } };
    const Delivery = { Type: "Api", Properties: { RestApiId: { Ref: "Api" }, Path: "/leanix", Method: "POST" } };
    const code = { Handler: "index.handler", Runtime: "nodejs22.x", CodeUri: "s3://bucket/key" };
    const Receiver = { Type: "AWS::Serverless::Function", Properties: { ...code, Events: { Delivery } } };
    validate(JSON.stringify({ Transform: "AWS::Serverless-2016-10-31", Resources: { Api, Receiver } }));
  });

  test.each([
    ["http-api-proxy", []],
    ["aws-proxy", ["--method", "POST"]],
  ])("the handler takes an event of %s", async (event, options) => {
    vi.stubEnv("LEANIX_AUTHORIZATION", authorization);
    vi.spyOn(console, "error").mockReturnValue();
    const log = vi.spyOn(console, "log").mockReturnValue();
    const body = readFileSync("examples/payloads/comment-created.json", "utf8");
    const request = JSON.parse(run("local", "generate-event", "apigateway", event, "--body", body, ...options));
    const { handler } = await import("../frameworks/snippets/lambda-function.js" as string);

    expect((await handler(request, {})).statusCode).toBe(401);
    Object.assign(request.headers, { authorization });
    expect((await handler(request, {})).statusCode).toBe(204);
    expect(log.mock.lastCall).toEqual(["COMMENT_CREATED"]);
  });
});
