import type { ComponentChildren } from 'preact';
import type { ParticipantModel } from '../../../state/model';
import { classNames } from '../../../ui/classNames';
import { Tile } from './Tile';

interface Props {
  /** Absent for somebody who only writes. */
  readonly own: ParticipantModel | undefined;
  readonly mirrorOwn: boolean;
  readonly children: ComponentChildren;
}

/** Nobody else is here yet: the own tile, and how to bring others. */
export function EmptyRoom({ own, mirrorOwn, children }: Props) {
  return (
    <div class={classNames('alone', own === undefined && 'untiled')}>
      {own && <Tile participant={own} mirrored={mirrorOwn} focusable />}
      {children}
    </div>
  );
}
