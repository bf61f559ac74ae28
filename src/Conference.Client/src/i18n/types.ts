import type { english } from './en';

/** Text with `{name}` placeholders, or one text a plural form, chosen by `count`. */
export type Phrase = string | { readonly one: string; readonly other: string };

type English = typeof english;

type KeysOf<Area extends keyof English> = `${Area}.${keyof English[Area] & string}`;

export type PhraseKey = { [Area in keyof English]: KeysOf<Area> }[keyof English];

type PhraseOf<Key extends PhraseKey> = Key extends `${infer Area}.${infer Name}`
  ? Area extends keyof English
    ? Name extends keyof English[Area]
      ? English[Area][Name]
      : never
    : never
  : never;

type PlaceholdersIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersIn<Rest>
  : never;

type Placeholders<Value> = Value extends string
  ? PlaceholdersIn<Value>
  : PlaceholdersIn<Value[keyof Value]> | 'count';

type ValuesFor<Value> = Readonly<Record<Placeholders<Value>, string | number>>;

/** The second argument of `t`: absent for a phrase without placeholders, else a value for each of them. */
export type PhraseArguments<Key extends PhraseKey> =
  Placeholders<PhraseOf<Key>> extends never ? [] : [values: ValuesFor<PhraseOf<Key>>];

/** An area in another language: the same phrases, each of the same kind. */
export type Translation<Area> = {
  readonly [Name in keyof Area]: Area[Name] extends string
    ? string
    : { readonly one: string; readonly other: string };
};

export type Catalogue = { readonly [Area in keyof English]: Translation<English[Area]> };
