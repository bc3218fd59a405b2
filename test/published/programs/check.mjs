/** What a user does with the package, given its modules; throws if a part of it does not work. */
export async function check({ root, receiver, testing, zod }) {
  const payload = testing.createPayload("FACT_SHEET_UPDATED");
  const text = JSON.stringify(payload);
  const bytes = new TextEncoder().encode(text);
  for (const body of [payload, text, bytes, { payload }])
    expect(root.parseWebhookEvent(body).type === "FACT_SHEET_UPDATED", "parse");
  expect(root.safeParseWebhookEvent("{").error.code === "INVALID_JSON", "safe parse of text");
  expect(root.safeParseWebhookEvent(Uint8Array.of(0xff)).error.code === "INVALID_ENCODING", "safe parse of bytes");
  expect(root.safeParseWebhookEvent({ ...payload, id: "1" }).error.path.join() === "id", "path of an error");

  const handled = [];
  const authorization = receiver.basicAuth("leanix", "secret");
  const { fetch } = receiver.createReceiver({
    authorization: { header: authorization },
    handle: (event) => void handled.push(event.type),
    onInvalid: () => {},
  });
  const outcomes = await testing.deliverAll(fetch, [payload, {}, { ...payload, id: "1" }], { authorization });
  expect(outcomes.map(({ status }) => status).join() === "204,204,202", "receiver");
  expect(handled.join() === "FACT_SHEET_UPDATED,UNKNOWN", "handler");
  expect((await fetch(testing.createDelivery(payload))).status === 401, "authorization");

  if (zod) {
    expect(zod.webhookBodySchema.parse(text).type === "FACT_SHEET_UPDATED", "zod");
    expect(!zod.payloadSchemas.FACT_SHEET_UPDATED.safeParse({}).success, "zod's refusal");
  }
}

function expect(isAsExpected, what) {
  if (!isAsExpected) throw new Error(`${what}: not as expected`);
}
