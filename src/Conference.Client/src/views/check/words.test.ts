import { expect, test } from 'vitest';
import type { CheckFinding, CheckStep, CheckStepName } from '../../state/check/checkModel';
import { adviceText, noRelayAnswers } from './words';

const silent: CheckFinding = { result: 'failed', cause: 'turnSilent' };
const passed: CheckFinding = { result: 'passed' };

const steps = (findings: Partial<Record<CheckStepName, CheckFinding>>): readonly CheckStep[] => [
  { name: 'stun', ...passed },
  { name: 'turn-udp', ...silent },
  { name: 'turn-tcp', ...(findings['turn-tcp'] ?? silent) },
  { name: 'turn-tls', ...(findings['turn-tls'] ?? silent) },
];
const udp = { name: 'turn-udp', cause: 'turnSilent' } as const;

test('Without UDP calls work through TCP where that passed', () => {
  expect(adviceText(udp, steps({ 'turn-tcp': passed }))).toContain('through TCP');
});

test('Without UDP nothing is promised of TCP that did not pass', () => {
  expect(adviceText(udp, steps({}))).toContain('No relay answers this way.');
});

test.each<[string, Partial<Record<CheckStepName, CheckFinding>>, boolean]>([
  ['none answers', {}, true],
  ['one passed', { 'turn-tls': passed }, false],
  ['one refuses', { 'turn-tcp': { result: 'failed', cause: 'turnRefused' } }, false],
])('Of the relays %s', (_, findings, expected) => {
  expect(noRelayAnswers(steps(findings))).toBe(expected);
});
