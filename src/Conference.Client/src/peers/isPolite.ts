/** Of two participants exactly one is polite: the one that gives way when both make an offer at once. */
export function isPolite(localId: string, remoteId: string): boolean {
  return localId > remoteId;
}
