const recordSeparator = '\u001e';

/** What is JSON of what goes over the wire, record by record as SignalR writes it. Not all that is sent is JSON. */
export function readRecords(payload: string | Buffer): unknown[] {
  return String(payload).split(recordSeparator).flatMap(parse);
}

function parse(record: string): unknown[] {
  try {
    return [JSON.parse(record)];
  } catch {
    return [];
  }
}
