// Writes the bill of materials of the page that is built in a folder. npm's own `--omit dev` leaves
// out whatever a tool asks for as well, the framework of the views among it.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const [folder, file] = process.argv.slice(2);
const sbom = ['--prefix', folder, 'sbom', '--sbom-format', 'cyclonedx'];
const bill = JSON.parse(execFileSync('npm', sbom, { maxBuffer: 2 ** 26 }));
const isTool = ({ properties }) =>
  properties.some(({ name }) => name === 'cdx:npm:package:development');
const tools = new Set(bill.components.filter(isTool).map((component) => component['bom-ref']));

bill.components = bill.components.filter((component) => !tools.has(component['bom-ref']));
bill.dependencies = bill.dependencies
  .filter(({ ref }) => !tools.has(ref))
  .map(({ ref, dependsOn }) => ({
    ref,
    dependsOn: dependsOn.filter((other) => !tools.has(other)),
  }));
writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
