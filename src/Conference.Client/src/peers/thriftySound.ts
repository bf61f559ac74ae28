/** What a packet carries, in milliseconds. In a crowd a packet costs more than the sound in it, and a little more delay is the smaller evil. */
export function packetMillisecondsFor(others: number): number {
  if (others <= 1) {
    return 20;
  }
  return others <= 3 ? 40 : 60;
}

/**
 * A description that asks the other side to send its voice in packets of this length, and next to nothing while nobody speaks (RFC 7587,
 * section 7.1). The sound of a screen, which may be music, stays as it is.
 */
export function thriftySound(sdp: string, packetMilliseconds: number): string {
  const [session = '', voice = '', ...others] = sdp.split(/^(?=m=)/m);
  const opus = /^a=rtpmap:(\d+) opus\//m.exec(voice)?.[1];
  if (opus === undefined) {
    return sdp;
  }
  const quiet = voice.replace(new RegExp(`^a=fmtp:${opus} .*`, 'm'), '$&;usedtx=1');
  return [session, quiet, `a=ptime:${packetMilliseconds}\r\n`, ...others].join('');
}
