/** Short texts that two pages send each other beside picture and sound: JSON objects whose members say what each is about. */
export interface Note {
  readonly wish?: unknown;
  /** Of the exchange that ends in the security code. */
  readonly code?: unknown;
}

/** In characters, so that the hub takes it too. */
export const maximumNoteLength = 512;

export const writeNote = (note: Note): string => JSON.stringify(note);

/** Undefined when it is none; what its members are is for their readers to see. */
export function readNote(text: string): Note | undefined {
  if (text.length > maximumNoteLength) {
    return undefined;
  }
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null ? read : undefined;
  } catch {
    return undefined;
  }
}
