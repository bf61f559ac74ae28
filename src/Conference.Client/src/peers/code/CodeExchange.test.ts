import { afterEach, describe, expect, it, vi } from 'vitest';
import { signal } from '@preact/signals-core';
import { CodeExchange, type CodeMember, type CodeNote } from './CodeExchange';
import { noCode, type CodeState } from './codeState';
import { fingerprintsIn } from './fingerprints';
import { commitTo, securityCode, setName, type CodeEntry } from './securityCode';

const hexOf = (digit: string, length = 64) => digit.repeat(length);

describe('The code', () => {
  const entries: readonly [CodeEntry, CodeEntry] = [
    { id: 'ada', fingerprints: [`sha-256 ${hexOf('a')}`], nonce: hexOf('1') },
    { id: 'bob', fingerprints: [`sha-256 ${hexOf('b')}`], nonce: hexOf('2') },
  ];

  it('is this one for these two', async () => {
    const code = await securityCode(entries);
    expect(code).toEqual({
      pictures: [5, 4, 7, 0, 14, 6, 13, 2],
      digits: '20694598156305369946',
    });
  });

  it('is the same in any order', async () => {
    expect(await securityCode([...entries].reverse())).toEqual(await securityCode(entries));
  });

  it.each([
    ['a fingerprint', { fingerprints: [`sha-256 ${hexOf('c')}`] }],
    ['one fingerprint more', { fingerprints: [`sha-256 ${hexOf('a')}`, `sha-256 ${hexOf('c')}`] }],
    ['a nonce', { nonce: hexOf('3') }],
    ['an id', { id: 'eve' }],
  ])('is another one with another %s', async (_, change) => {
    const [ada, bob] = entries;
    const other = await securityCode([{ ...ada, ...change }, bob]);
    expect(other).not.toEqual(await securityCode(entries));
  });

  it('is bound to by this text', async () => {
    expect(await commitTo('ada', hexOf('0', 32), hexOf('1'))).toBe(
      'e4dd208014c9cac3dc6b70fefe32c4c628fc58c190e153160ae254fbaf95bf5f',
    );
    expect(
      await setName(
        new Map([
          ['bob', 'page b'],
          ['ada', 'page a'],
        ]),
      ),
    ).toBe('dcfea1392fdb7ffcdd8159cf36f1fbfd');
  });

  it('reads every fingerprint of a description, the added ones too', () => {
    const sdp =
      'v=0\r\na=fingerprint:sha-256 AB:CD\r\nm=audio\r\na=fingerprint:SHA-256 ab:cd\r\na=fingerprint:sha-1 01\r\n';
    expect(fingerprintsIn(sdp)).toEqual(['sha-1 01', 'sha-256 abcd']);
    expect(fingerprintsIn('v=0\r\n')).toEqual([]);
  });
});

type Way = (from: string, to: string, note: CodeNote) => CodeNote | undefined;

/** Pages whose notes reach each other by a way that a test chooses. */
class Meeting {
  readonly pages = new Map<string, CodeExchange>();
  readonly notes: { readonly from: string; readonly to: string; readonly note: CodeNote }[] = [];
  way: Way = (_from, _to, note) => note;
  private readonly pending: Promise<void>[] = [];

  constructor(readonly ids: readonly string[]) {
    for (const id of ids) {
      this.pages.set(
        id,
        new CodeExchange({
          send: (to, note) => this.carry(id, to, note),
          state: signal<CodeState>(noCode),
        }),
      );
    }
  }

  /** Everybody sees these people; `seenBy` says what one sees of another. */
  async gather(
    seenBy = (_viewer: string, id: string) => memberOf(id),
    ids = this.ids,
  ): Promise<void> {
    for (const id of ids) {
      const others = ids.filter((other) => other !== id);
      const seen = new Map(others.map((other) => [other, seenBy(id, other)]));
      this.pending.push(this.page(id).follow(id, memberOf(id), seen));
    }
    await this.settle();
  }

  async settle(): Promise<void> {
    while (this.pending.length > 0) {
      await Promise.all(this.pending.splice(0));
    }
  }

  page(id: string): CodeExchange {
    return this.pages.get(id) ?? expect.fail(`There is no ${id}.`);
  }

  codes(ids = this.ids): readonly (string | undefined)[] {
    return ids.map((id) => {
      const state = this.page(id).state.value;
      return state.kind === 'ready' ? state.code.digits : undefined;
    });
  }

  private carry(from: string, to: string, note: CodeNote): void {
    this.notes.push({ from, to, note });
    const arrived = this.way(from, to, note);
    const target = this.pages.get(to);
    if (arrived && target) {
      // As notes travel: never while the one who sends is still at it.
      this.pending.push(
        Promise.resolve().then(() => target.hear(from, JSON.parse(JSON.stringify(arrived)))),
      );
    }
  }
}

const memberOf = (id: string): CodeMember => ({
  instanceId: `page of ${id}`,
  fingerprints: [`sha-256 of ${id}`],
});

afterEach(() => void vi.restoreAllMocks());

describe('CodeExchange', () => {
  it.each([2, 3, 9])('gives %i people the same code', async (count) => {
    const meeting = new Meeting(Array.from({ length: count }, (_, index) => `p${index}`));
    await meeting.gather();
    const codes = new Set(meeting.codes());
    expect(codes.size).toBe(1);
    expect([...codes][0]).toMatch(/^\d{20}$/);
  });

  it('gives the same code in 1,000 of 1,000 calls, and never the same twice', async () => {
    const seen = new Set<string | undefined>();
    for (let call = 0; call < 1_000; call++) {
      const meeting = new Meeting(['ada', 'bob', 'cy']);
      await meeting.gather();
      const codes = new Set(meeting.codes());
      expect(codes.size).toBe(1);
      codes.forEach((code) => seen.add(code));
    }
    expect(seen).not.toContain(undefined);
    expect(seen.size).toBe(1_000);
  });

  it('has none for one person alone', async () => {
    const meeting = new Meeting(['ada']);
    await meeting.gather();
    expect(meeting.page('ada').state.value).toEqual({ kind: 'none' });
  });

  it('gives both ends of a connection that somebody sits in different codes', async () => {
    const meeting = new Meeting(['ada', 'bob', 'cy']);
    const swapped = new Map([
      ['ada bob', 'eve 1'],
      ['bob ada', 'eve 2'],
    ]);
    await meeting.gather((viewer, id) => ({
      ...memberOf(id),
      fingerprints: [`sha-256 of ${swapped.get(`${viewer} ${id}`) ?? id}`],
    }));
    expect(new Set(meeting.codes()).size).toBe(3);
    expect(meeting.codes()).not.toContain(undefined);
  });

  it('reveals nothing before everybody is bound', async () => {
    const meeting = new Meeting(['ada', 'bob', 'cy']);
    meeting.way = (from, _to, note) => (from === 'cy' ? undefined : note);
    await meeting.gather();
    const revealed = meeting.notes.filter(
      ({ from, note }) => from !== 'cy' && note.nonce !== undefined,
    );
    expect(revealed).toEqual([]);
    expect(meeting.codes()).toEqual([undefined, undefined, undefined]);
  });

  it('finds who reveals something else than it was bound to', async () => {
    const meeting = new Meeting(['ada', 'bob']);
    meeting.way = (from, _to, note) =>
      from === 'bob' && note.nonce !== undefined ? { ...note, nonce: hexOf('f') } : note;
    await meeting.gather();
    expect(meeting.page('ada').state.value).toEqual({ kind: 'broken' });
  });

  it('lets nobody be bound to something else later', async () => {
    const meeting = new Meeting(['ada', 'bob']);
    const nonce = hexOf('f');
    meeting.way = (from, _to, note) =>
      from === 'bob' && note.nonce !== undefined ? undefined : note;
    await meeting.gather();
    const { note } =
      meeting.notes.find(({ from }) => from === 'bob') ?? expect.fail('Bob said nothing.');
    await meeting
      .page('ada')
      .hear('bob', { set: note.set, commit: await commitTo('bob', note.set, nonce), nonce });
    expect(meeting.page('ada').state.value).toEqual({ kind: 'broken' });
  });

  it('comes to an end although notes were lost, once they are told again', async () => {
    const meeting = new Meeting(['ada', 'bob', 'cy']);
    let lost = 0;
    meeting.way = (_from, to, note) => (to === 'ada' && lost++ < 3 ? undefined : note);
    await meeting.gather();
    expect(meeting.codes()).toContain(undefined);
    for (let times = 0; times < 3; times++) {
      meeting.pages.forEach((page) => page.repeat());
      await meeting.settle();
    }
    expect(new Set(meeting.codes()).size).toBe(1);
    expect(meeting.codes()).not.toContain(undefined);
  });

  it('takes new nonces when somebody comes or goes', async () => {
    const meeting = new Meeting(['ada', 'bob', 'cy']);
    await meeting.gather(undefined, ['ada', 'bob']);
    const [two] = meeting.codes(['ada']);
    await meeting.gather();
    const [three] = meeting.codes(['ada']);
    await meeting.gather(undefined, ['ada', 'bob']);
    const [again] = meeting.codes(['ada']);
    expect(new Set([two, three, again]).size).toBe(3);
    expect([two, three, again]).not.toContain(undefined);
  });

  it('reveals nothing before it knows the keys of everybody', async () => {
    const meeting = new Meeting(['ada', 'bob', 'cy']);
    await meeting.gather((viewer, id) =>
      viewer === 'ada' && id === 'bob'
        ? { ...memberOf(id), fingerprints: undefined }
        : memberOf(id),
    );
    expect(meeting.page('ada').state.value).toEqual({ kind: 'waiting' });
    expect(
      meeting.notes.filter(({ from, note }) => from === 'ada' && note.nonce !== undefined),
    ).toEqual([]);
    await meeting.gather();
    expect(new Set(meeting.codes()).size).toBe(1);
    expect(meeting.codes()).not.toContain(undefined);
  });

  it('takes other keys of the same page for somebody else’s, until that page is gone', async () => {
    const meeting = new Meeting(['ada', 'bob', 'cy']);
    const eve = { ...memberOf('bob'), fingerprints: ['sha-256 of eve'] };
    await meeting.gather();
    await meeting.gather((viewer, id) => (viewer === 'ada' && id === 'bob' ? eve : memberOf(id)));
    expect(meeting.page('ada').state.value).toEqual({ kind: 'broken' });
    await meeting.gather();
    expect(meeting.page('ada').state.value).toEqual({ kind: 'broken' });
    await meeting.gather(undefined, ['ada', 'cy']);
    expect(new Set(meeting.codes(['ada', 'cy'])).size).toBe(1);
    expect(meeting.codes(['ada'])).not.toContain(undefined);
  });

  it.each([
    null,
    7,
    'note',
    {},
    { set: hexOf('0', 32), commit: 'short' },
    { set: hexOf('0', 32), commit: hexOf('0'), nonce: 7 },
  ])('is not disturbed by %j, nor by strangers', async (said) => {
    const meeting = new Meeting(['ada', 'bob']);
    await meeting.page('ada').hear('bob', said);
    await meeting.page('ada').hear('eve', { set: hexOf('0', 32), commit: hexOf('0') });
    await meeting.gather();
    await meeting.page('ada').hear('bob', said);
    expect(new Set(meeting.codes()).size).toBe(1);
    expect(meeting.codes()).not.toContain(undefined);
  });
});
