import { expect, test } from "vitest";
import { addressesOf } from "../../scripts/generate/house/package-exports.js";

test("the addresses of package.json follow from repository, if it is set", () => {
  expect(addressesOf({ type: "git", url: "git+https://github.com/owner/name.git" })).toEqual({
    homepage: "https://github.com/owner/name#readme",
    bugs: "https://github.com/owner/name/issues",
  });
  expect([addressesOf(undefined), addressesOf("github:owner/name")]).toEqual([{}, {}]);
});
