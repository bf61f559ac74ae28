import { EventEmitter } from 'node:events';
import { expect, test } from '../support/test';
import { Tripwire } from '../support/tripwire';

interface Step {
  readonly sent?: object;
  readonly received?: object;
}

const ask = (target: string): Step => ({ sent: { type: 1, target, invocationId: '7' } });
const answer = (result: object | null): Step => ({
  received: { type: 3, invocationId: '7', result },
});
const call = (target: string): Step => ({ received: { type: 1, target, arguments: [{}] } });
const join = [ask('JoinRoom'), answer({ status: 'joined' })];
const wait = [ask('JoinRoom'), answer({ status: 'waiting' })];

function heardIn(steps: readonly Step[]): readonly string[] {
  const tripwire = new Tripwire();
  const socket = new EventEmitter();
  tripwire.listen(socket as unknown as Parameters<Tripwire['listen']>[0]);
  for (const { sent, received } of steps) {
    const payload = `${JSON.stringify(sent ?? received)}\u001e`;
    socket.emit(sent ? 'framesent' : 'framereceived', { payload });
  }
  return tripwire.heard;
}

// The wires lie in every test; these show that they trip.

for (const [how, steps] of [
  ['before asking', [call('MessagesAdded')]],
  ['while waiting', [...wait, call('LobbyUpdated'), call('MessagesAdded')]],
  ['before being told to wait', [ask('JoinRoom'), call('MessagesAdded'), ...wait.slice(1)]],
  ['after leaving', [...join, ask('LeaveRoom'), answer(null), call('MessagesAdded')]],
  ['after a removal', [...join, call('SeatEnded'), call('MessagesAdded')]],
  ['when the seat is elsewhere', [...join, call('SeatTaken'), call('MessagesAdded')]],
] as const) {
  test(`a text that comes ${how} is noticed`, () => {
    expect(heardIn(steps)).toEqual(['MessagesAdded']);
  });
}

test('what comes to a seat, or with it, is no matter', () => {
  const early = [ask('JoinRoom'), call('ParticipantJoined'), answer({ status: 'joined' })];
  expect(
    heardIn([...early, call('MessagesAdded'), ask('LeaveRoom'), call('MessagesAdded')]),
  ).toEqual([]);
});
