import { deliberateAfter, isFramed } from '../framed';

const askedFor = 10_000;

/**
 * Another site's frame can be invisible, and lie over a button of that site. In a frame a host's deed is done when it is asked for again: not
 * before a while without clicks, as by a double click, and not after another one.
 */
export class SecondClick {
  private asked: { readonly deed: string; readonly at: number } | undefined;

  /** Whether it is to be done now. */
  confirms(deed: string): boolean {
    const at = performance.now();
    const passed = this.asked?.deed === deed ? at - this.asked.at : 0;
    const confirmed = !isFramed() || (passed >= deliberateAfter && passed < askedFor);
    this.asked = confirmed ? undefined : { deed, at };
    return confirmed;
  }
}
