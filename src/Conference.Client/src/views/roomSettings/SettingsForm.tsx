import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n';
import type { RoomSettingsInfo } from '../../signaling/protocol.generated';
import type { RoomSettingsModel } from '../../state/model';
import { Field, TextInput } from '../../ui';
import { AuditPart } from './AuditPart';
import type { SettingsFailure } from './failures';
import { HostLinkPart } from './HostLinkPart';
import { KeepSetting } from './KeepSetting';
import { LinkPart } from './LinkPart';
import { PasswordSetting } from './PasswordSetting';
import { RemovedPeople } from './RemovedPeople';
import { SettingSwitches } from './SettingSwitches';
import { shownSettings, withPassword, type SettingsDraft } from './settingsDraft';
import type { SettingsEditing } from './useSettingsEditing';

interface Props {
  readonly id: string;
  readonly model: RoomSettingsModel;
  readonly info: RoomSettingsInfo;
  readonly editing: SettingsEditing;
}

/** What is saved with the dialog's button stands in the form; what happens at once stands below it. */
export function SettingsForm({ id, model, info, editing }: Props) {
  const { draft, setDraft, failure, save, fail } = editing;
  const form = useFailureFocus(failure);
  const shown = shownSettings(info, draft);
  const change = (part: SettingsDraft) => setDraft({ ...draft, ...part });
  const errorAt = (at: SettingsFailure['at']) => (failure?.at === at ? failure.text : undefined);
  return (
    <>
      <form
        ref={form}
        id={id}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field label={t('roomSettings.roomTitle')} error={errorAt('title')}>
          <TextInput
            autocomplete="off"
            maxLength={80}
            placeholder={t('common.untitledRoom')}
            value={shown.title}
            onText={(title) => change({ title })}
          />
        </Field>
        <div class="after-field">
          <SettingSwitches saved={info.settings} shown={shown} onChange={change} />
          <PasswordSetting
            hasPassword={info.hasPassword}
            draft={draft.password}
            error={errorAt('password')}
            onText={(text) => setDraft(withPassword(draft, text))}
            onRemove={() => change({ password: '' })}
          />
          <KeepSetting
            days={shown.keepDays}
            savedDays={info.keepDays}
            onChange={(keepDays) => change({ keepDays })}
          />
        </div>
        <Field
          label={t('roomSettings.lobbyMessage')}
          hint={t('roomSettings.lobbyMessageHelp')}
          error={errorAt('lobbyMessage')}
        >
          <TextInput
            autocomplete="off"
            maxLength={200}
            value={shown.lobbyMessage}
            onText={(lobbyMessage) => change({ lobbyMessage })}
          />
        </Field>
      </form>
      <RemovedPeople model={model} removed={info.removed} onFailure={fail} />
      <LinkPart model={model} onFailure={fail} />
      <HostLinkPart key={model.link.value} model={model} />
      <AuditPart model={model} />
    </>
  );
}

/** What was refused gets focus, wherever it was scrolled to. */
function useFailureFocus(failure: SettingsFailure | undefined) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (failure !== undefined) {
      form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    }
  }, [failure]);
  return form;
}
