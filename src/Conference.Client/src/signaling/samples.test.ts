import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// The server writes the samples, the generator writes the types; here they meet.
const samplesFolder = new URL('../../../../tests/protocol/', import.meta.url);
const types = readFileSync(new URL('protocol.generated.ts', import.meta.url), 'utf8');
const samples = readdirSync(samplesFolder).filter((name) => name.endsWith('.json'));

interface Field {
  readonly name: string;
  readonly optional: boolean;
  readonly type: string;
}

function readInterfaces(): ReadonlyMap<string, readonly Field[]> {
  const found = types.matchAll(/export interface (\w+) \{\n((?: {2}readonly .*\n)*)\}/g);
  return new Map([...found].map(([, name = '', body = '']) => [name, readFields(body)]));
}

function readFields(body: string): readonly Field[] {
  return [...body.matchAll(/readonly (\w+)(\??): (.*);/g)].map(
    ([, name = '', optional, type = '']) => ({ name, optional: optional === '?', type }),
  );
}

const interfaces = readInterfaces();
const choices = new Map(
  [...types.matchAll(/export type (\w+) =([^;]*);/g)].map(([, name = '', values = '']) => [
    name,
    [...values.matchAll(/'(\w+)'/g)].map(([, value]) => value),
  ]),
);

/** What in a value does not fit its type; empty when all is well. */
function misfits(value: unknown, type: string, path: string): readonly string[] {
  const item = /^readonly (.*)\[\]$/.exec(type)?.[1];
  if (item !== undefined) {
    return Array.isArray(value)
      ? value.flatMap((one, index) => misfits(one, item, `${path}[${index}]`))
      : [`${path} is no list`];
  }
  const fields = interfaces.get(type);
  if (fields) {
    return objectMisfits(value, fields, path);
  }
  const fits = choices.get(type)?.includes(value as string) ?? typeof value === type;
  return fits ? [] : [`${path} is no ${type}: ${JSON.stringify(value)}`];
}

function objectMisfits(value: unknown, fields: readonly Field[], path: string): readonly string[] {
  if (typeof value !== 'object' || value === null) {
    return [`${path} is no object`];
  }
  const entries = new Map(Object.entries(value));
  const unknown = [...entries.keys()].filter((name) =>
    fields.every((field) => field.name !== name),
  );
  return [
    ...unknown.map((name) => `${path}.${name} is in no type`),
    ...fields.flatMap(({ name, optional, type }) => {
      const given: unknown = entries.get(name);
      const isAbsent = optional && !entries.has(name);
      return isAbsent ? [] : misfits(given, type, `${path}.${name}`);
    }),
  ];
}

describe('the samples of the protocol', () => {
  it.each(samples)('%s fits its type', (file) => {
    const [type = ''] = file.split('.');
    const sample: unknown = JSON.parse(readFileSync(new URL(file, samplesFolder), 'utf8'));
    expect(interfaces.has(type)).toBe(true);
    expect(misfits(sample, type, type)).toEqual([]);
  });

  it('exist for every request, result and event of the hub', () => {
    const used = [...types.matchAll(/\((?:\w+): (\w+)\): Promise<(\w+)>/g)].flatMap(
      ([, one, other]) => [one, other],
    );
    const wanted = new Set(used.filter((name) => name !== undefined && name !== 'void'));
    const present = new Set(samples.map((file) => file.split('.')[0]));
    expect(wanted.size).toBeGreaterThan(10);
    expect([...wanted].filter((name) => !present.has(name))).toEqual([]);
  });

  it('would be found out if they did not fit', () => {
    const wrong = { version: '1', participantId: 'a', reason: 'bored', extra: 1 };
    expect(misfits(wrong, 'ParticipantLeftEvent', 'event')).toHaveLength(3);
  });
});
