/** What a description says its media is encrypted with: all of it, so that nothing can be added unseen. */
export function fingerprintsIn(sdp: string): readonly string[] {
  const found = [...sdp.matchAll(/^a=fingerprint:(\S+) ([0-9A-Fa-f:]+)\s*$/gm)].map(
    ([, algorithm = '', value = '']) =>
      `${algorithm.toLowerCase()} ${value.replaceAll(':', '').toLowerCase()}`,
  );
  return [...new Set(found)].sort();
}
