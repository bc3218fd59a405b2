export interface Release {
  manifest: { version: string; repository?: unknown; bugs?: unknown };
  lockedVersion: string;
  changelog: string;
  tags: string[];
}

/** What keeps these files from being released, a line each. */
export function problemsOf({ manifest, lockedVersion, changelog, tags }: Release): string[] {
  const { version } = manifest;
  const [, newest, date] = /^## \[(.+?)\](?: - (.+))?$/m.exec(changelog) ?? [];
  const problems: [boolean, string][] = [
    [!/^\d+\.\d+\.\d+(?:-[\w.-]+)?$/.test(version), `package.json: version ${version} is not a semantic version`],
    [lockedVersion !== version, `package-lock.json: version is ${lockedVersion}, not ${version}`],
    [newest !== version, `CHANGELOG.md: the newest heading is of ${newest}, not of ${version}`],
    [!/^\d{4}-\d\d-\d\d$/.test(date ?? ""), `CHANGELOG.md: the newest heading says ${date}, not a date`],
    ...tags.map((tag): [boolean, string] => [tag !== `v${version}`, `tag ${tag} is not v${version}`]),
    ...(["repository", "bugs"] as const).map((field): [boolean, string] => [
      manifest[field] === undefined,
      `package.json: ${field} is not set`,
    ]),
  ];
  return problems.filter(([holds]) => holds).map(([, problem]) => problem);
}
