import { useState } from 'preact/hooks';
import { usePending } from '../../hooks';
import { t } from '../../i18n';
import type { FailureCode } from '../../signaling/ConferenceError';
import type { RoomSettingsModel } from '../../state/model';
import { toast } from '../../ui';
import { settingsFailure, type SettingsFailure } from './failures';
import { changesIn, type SettingsDraft } from './settingsDraft';

export interface SettingsEditing {
  readonly draft: SettingsDraft;
  readonly setDraft: (draft: SettingsDraft) => void;
  readonly failure: SettingsFailure | undefined;
  /** Says why something was refused; undefined takes it back. */
  readonly fail: (code: FailureCode | undefined) => void;
  readonly pending: boolean;
  readonly save: () => void;
  readonly deleteRoom: () => void;
}

/** What is being changed, and what became of saving it. `onDone` is called when all is as it was wanted. */
export function useSettingsEditing(model: RoomSettingsModel, onDone: () => void): SettingsEditing {
  const [draft, setDraft] = useState<SettingsDraft>({});
  const [failure, setFailure] = useState<SettingsFailure>();
  const [pending, run] = usePending();
  const fail = (code: FailureCode | undefined) => setFailure(code && settingsFailure(code));

  const end = (code: FailureCode | undefined) => {
    fail(code);
    if (code === undefined) {
      onDone();
    }
    return code === undefined;
  };
  const save = async () => {
    const info = model.info.peek();
    const change = info ? changesIn(info, draft) : {};
    const isChange = Object.keys(change).length > 0;
    if (end(isChange ? await model.save(change) : undefined) && isChange) {
      toast(t('roomSettings.saved'));
    }
  };
  return {
    draft,
    setDraft: (changed) => {
      setDraft(changed);
      setFailure(undefined);
    },
    failure,
    fail,
    pending,
    save: () => run(save),
    deleteRoom: () => run(async () => end(await model.deleteRoom())),
  };
}
