// Asks npm's registry what is known against the packages in the lock file of each folder. A high or
// critical hole fails, and so does a registry that did not answer; one that has no advisories to
// give is said to have none.
import { spawnSync } from 'node:child_process';

const withoutAdvisories = [404, 405, 501];

for (const folder of process.argv.slice(2)) {
  const args = ['--prefix', folder, 'audit', '--json', '--package-lock-only'];
  const { stdout, stderr } = spawnSync('npm', args, { encoding: 'utf8' });
  const { vulnerabilities, metadata, statusCode, message } = JSON.parse(stdout);
  if (metadata) {
    const { high, critical, total } = metadata.vulnerabilities;
    console.log(
      `${folder}: ${high + critical} packages with high or critical holes, ${total - high - critical} with lesser ones`,
    );
    console.log(Object.values(vulnerabilities).map(describe).join('\n'));
    process.exitCode ||= Number(high + critical > 0);
  } else if (withoutAdvisories.includes(statusCode)) {
    console.log(
      `note: the registry has no advisories (${statusCode}), nothing is known of the packages in ${folder}`,
    );
  } else {
    console.log(`${folder}: the registry did not answer: ${message ?? stderr}`);
    process.exitCode = 1;
  }
}

function describe({ name, severity, range, via }) {
  const reasons = via.map((reason) =>
    typeof reason === 'string' ? `by ${reason}` : `${reason.title}, ${reason.url}`,
  );
  return `    ${severity}: ${name} ${range}: ${reasons.join('; ')}`;
}
