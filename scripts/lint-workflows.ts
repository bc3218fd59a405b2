/** Checks .github/workflows with actionlint, which is a Go program; skipped on a machine without Go. */
import { spawnSync } from "node:child_process";

const actionlint = "github.com/rhysd/actionlint/cmd/actionlint@v1.7.12";

if (spawnSync("go", ["version"]).error) console.log("workflows: not checked, this machine has no Go");
else process.exitCode = spawnSync("go", ["run", actionlint], { stdio: "inherit" }).status ?? 1;
