import type { ConferenceModel } from './model';

export const maximumTextLength = 4_000;
const maximumNameLength = 64;

// Built from numbers: the characters themselves would be invisible here.
const span = (first: number, last = first): string =>
  `${String.fromCharCode(first)}-${String.fromCharCode(last)}`;
const bidiOverrides = span(0x202a, 0x202e) + span(0x2066, 0x2069);
const bidiControls = span(0x061c) + span(0x200e, 0x200f) + bidiOverrides;
const controls = span(0x0000, 0x001f) + span(0x007f, 0x009f);
const controlsOfText = span(0x0000, 0x0008) + span(0x000b, 0x001f) + span(0x007f, 0x009f);

const forbiddenInName = new RegExp(`[${controls}${bidiControls}]`);
const pile = /([\p{Mn}\p{Me}]{4})[\p{Mn}\p{Me}]+/gu;
const loneSurrogate = /\p{Surrogate}/gu;
const forbiddenInText = new RegExp(`[${controlsOfText}${bidiOverrides}]`, 'g');

type NameProblem = Extract<
  ConferenceModel['joinProblem']['value'],
  'nameRequired' | 'nameTooLong' | 'nameInvalid'
>;

/** A name as the server will keep it: trimmed, runs of spaces made one, no accents that pile up. */
export function tidyName(name: string): string {
  return name.trim().replace(/ +/g, ' ').replace(pile, '$1');
}

export function nameProblem(name: string): NameProblem | undefined {
  if (name === '') {
    return 'nameRequired';
  }
  if (forbiddenInName.test(name) || name.search(loneSurrogate) >= 0) {
    return 'nameInvalid';
  }
  return name.length > maximumNameLength ? 'nameTooLong' : undefined;
}

/** A message as it is sent: what the server would refuse is taken out. Empty when nothing is left. */
export function tidyText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(forbiddenInText, '')
    .replace(loneSurrogate, '\ufffd')
    .trim();
}
